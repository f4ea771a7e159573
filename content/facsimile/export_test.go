package facsimile

// Drawn is [Page] without a net.
var Drawn = drawn
