//! The classifier from outside, as the engine uses it.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod circles;
#[cfg(test)]
mod days;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod me;
mod said;
#[cfg(test)]
mod shapes;
