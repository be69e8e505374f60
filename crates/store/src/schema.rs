use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use crate::Result;

/// Every step the library's layout has taken. A released step is never edited: a change is a new one.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("schema/1_library.sql")),
    M::up(include_str!("schema/2_search.sql")),
];

/// The version a library has after the last step.
#[expect(
    clippy::cast_possible_wrap,
    reason = "there will never be that many steps"
)]
pub(crate) const VERSION: i64 = STEPS.len() as i64;

/// The number in the file that says it is ours.
pub(crate) const APPLICATION: i64 = 0x576B_5773;

/// Takes the missing steps, all in one transaction.
pub(crate) fn migrate(connection: &mut Connection) -> Result<()> {
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    Ok(Migrations::from_slice(STEPS).to_latest(connection)?)
}
