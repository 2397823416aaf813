// response
