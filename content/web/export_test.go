package web

// Within are the elements that stand within a line.
var Within = within
