//! The use cases: the only room that sees all the others.
