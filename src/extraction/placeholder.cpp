// extraction
