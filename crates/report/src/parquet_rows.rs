use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use weekwise_model::{EventRow, NotCounted};

use crate::events::{COLUMNS, TableError, response_text, status_text};

/// Rows that are put into columns together.
const GROUP: usize = 65_536;

/// How a row gives a column its value.
enum Column {
    Text(fn(&EventRow) -> String),
    /// Absent in some rows.
    Maybe(fn(&EventRow) -> Option<String>),
    Truth(fn(&EventRow) -> bool),
    Count(fn(&EventRow) -> i32),
    Number(fn(&EventRow) -> f64),
}

/// The columns of [`COLUMNS`], in its order.
const VALUES: [Column; COLUMNS.len()] = [
    Column::Text(|row| row.uid.clone()),
    Column::Maybe(|row| row.recurrence_id.clone()),
    Column::Text(|row| row.start.clone()),
    Column::Text(|row| row.end.clone()),
    Column::Truth(|row| row.all_day),
    Column::Text(|row| row.summary.clone()),
    Column::Text(|row| status_text(row.status).to_owned()),
    Column::Text(|row| response_text(row.response).to_owned()),
    Column::Truth(|row| row.counted),
    Column::Maybe(|row| {
        row.not_counted_because
            .map(|why| NotCounted::text(why).to_owned())
    }),
    Column::Count(|row| i32::try_from(row.people).unwrap_or(i32::MAX)),
    Column::Text(|row| row.category.id().to_owned()),
    Column::Text(|row| row.kind.id().to_owned()),
    Column::Number(|row| row.confidence),
    Column::Text(|row| row.because.join("; ")),
    Column::Text(|row| row.calendar.clone()),
];

/// Writes occurrences as Apache Parquet: the columns of [`CsvRows`](crate::CsvRows), with types. Times are the text
/// they are in `events --format json`, because a day without a time is no instant.
///
/// # Errors
/// [`TableError`] where they cannot be written.
pub fn events_parquet(
    out: &mut impl Write,
    rows: impl Iterator<Item = EventRow>,
) -> std::result::Result<(), TableError> {
    let options = WriterProperties::builder().set_compression(Compression::SNAPPY);
    // The footer says where everything is, so the writer counts its bytes; what they go to need not know.
    let mut bytes = Vec::new();
    let mut writer =
        SerializedFileWriter::new(&mut bytes, Arc::new(schema()?), Arc::new(options.build()))?;
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let together: Vec<EventRow> = rows.by_ref().take(GROUP).collect();
        let mut group = writer.next_row_group()?;
        for column in &VALUES {
            write_column(&mut group, column, &together)?;
        }
        group.close()?;
    }
    writer.close()?;
    out.write_all(&bytes)?;
    Ok(())
}

fn schema() -> Result<Type> {
    let field = |name: &str, column: &Column| {
        let (physical, repetition) = match column {
            Column::Text(_) => (Physical::BYTE_ARRAY, Repetition::REQUIRED),
            Column::Maybe(_) => (Physical::BYTE_ARRAY, Repetition::OPTIONAL),
            Column::Truth(_) => (Physical::BOOLEAN, Repetition::REQUIRED),
            Column::Count(_) => (Physical::INT32, Repetition::REQUIRED),
            Column::Number(_) => (Physical::DOUBLE, Repetition::REQUIRED),
        };
        let text = physical == Physical::BYTE_ARRAY;
        Type::primitive_type_builder(name, physical)
            .with_repetition(repetition)
            .with_logical_type(text.then_some(LogicalType::String))
            .build()
            .map(Arc::new)
    };
    let fields = COLUMNS.iter().zip(&VALUES);
    let fields = fields.map(|(name, column)| field(name, column));
    Type::group_type_builder("occurrences")
        .with_fields(fields.collect::<Result<_>>()?)
        .build()
}

fn write_column<W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    column: &Column,
    rows: &[EventRow],
) -> Result<()> {
    let Some(mut writer) = group.next_column()? else {
        return Ok(());
    };
    let text = |text: String| ByteArray::from(text.into_bytes());
    match column {
        Column::Text(of) => {
            let values: Vec<ByteArray> = rows.iter().map(|row| text(of(row))).collect();
            writer
                .typed::<ByteArrayType>()
                .write_batch(&values, None, None)?;
        }
        Column::Maybe(of) => {
            let all: Vec<Option<String>> = rows.iter().map(of).collect();
            let is_there: Vec<i16> = all.iter().map(|value| i16::from(value.is_some())).collect();
            let values: Vec<ByteArray> = all.into_iter().flatten().map(text).collect();
            writer
                .typed::<ByteArrayType>()
                .write_batch(&values, Some(&is_there), None)?;
        }
        Column::Truth(of) => {
            let values: Vec<bool> = rows.iter().map(of).collect();
            writer
                .typed::<BoolType>()
                .write_batch(&values, None, None)?;
        }
        Column::Count(of) => {
            let values: Vec<i32> = rows.iter().map(of).collect();
            writer
                .typed::<Int32Type>()
                .write_batch(&values, None, None)?;
        }
        Column::Number(of) => {
            let values: Vec<f64> = rows.iter().map(of).collect();
            writer
                .typed::<DoubleType>()
                .write_batch(&values, None, None)?;
        }
    }
    writer.close()
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;
    use weekwise_model::{Category, EventRow, Kind, NotCounted, Response, Status};

    use super::events_parquet;

    fn row(number: u32) -> EventRow {
        EventRow {
            uid: format!("event-{number}"),
            recurrence_id: (number % 2 == 1).then(|| "2026-11-10T09:00:00+01:00".to_owned()),
            start: "2026-11-10T09:00:00+01:00".to_owned(),
            end: "2026-11-10T10:00:00+01:00".to_owned(),
            all_day: false,
            summary: "=Überblick 🌍".to_owned(),
            status: Status::Tentative,
            response: Response::NeedsAction,
            counted: number.is_multiple_of(2),
            not_counted_because: (number % 2 == 1).then_some(NotCounted::Declined),
            effect: weekwise_model::DayEffect::Work,
            people: number,
            category: Category::Review,
            kind: Kind::DesignReview,
            confidence: 0.25,
            because: vec!["one".to_owned(), "two".to_owned()],
            calendar: "Work".to_owned(),
            travel_minutes: None,
        }
    }

    #[test]
    fn what_is_written_reads_back_in_its_types_over_several_groups() {
        let mut bytes = Vec::new();
        let written = 70_001;
        events_parquet(&mut bytes, (0..written).map(row)).unwrap();
        let file = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        assert_eq!(file.num_row_groups(), 2);
        let mut read = 0;
        for (number, row) in (0..).zip(file.get_row_iter(None).unwrap()) {
            let row = row.unwrap();
            assert_eq!(row.get_string(0).unwrap(), &format!("event-{number}"));
            assert_eq!(
                row.get_string(1).is_ok(),
                number % 2 == 1,
                "an absent value is null"
            );
            assert!(!row.get_bool(4).unwrap());
            // No formula guard: nothing evaluates a Parquet file.
            assert_eq!(row.get_string(5).unwrap(), "=Überblick 🌍");
            assert_eq!(row.get_string(6).unwrap(), "TENTATIVE");
            assert_eq!(row.get_int(10).unwrap(), number);
            assert_eq!(row.get_string(11).unwrap(), "review");
            assert!((row.get_double(13).unwrap() - 0.25).abs() < f64::EPSILON);
            assert_eq!(row.get_string(14).unwrap(), "one; two");
            read += 1;
        }
        assert_eq!(read, written);
    }

    #[test]
    fn a_library_without_occurrences_is_a_file_without_rows() {
        let mut bytes = Vec::new();
        events_parquet(&mut bytes, std::iter::empty()).unwrap();
        let file = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        assert_eq!(file.metadata().file_metadata().num_rows(), 0);
        assert_eq!(
            file.metadata().file_metadata().schema_descr().num_columns(),
            16
        );
    }
}
