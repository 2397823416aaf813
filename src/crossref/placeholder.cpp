// crossref
