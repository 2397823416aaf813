// edtf
