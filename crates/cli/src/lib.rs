//! Arguments in, answers out.
