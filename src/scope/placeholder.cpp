// scope
