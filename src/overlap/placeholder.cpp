// overlap
