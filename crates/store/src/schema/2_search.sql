-- Finds any three letters anywhere in a text. It holds no text of its own (`content = 'event'`) and can be built anew from
-- the events at any time. Whoever writes events writes this too: triggers would make it go to the disk for each row, which
-- takes four times as long.
CREATE VIRTUAL TABLE event_text USING fts5 (
    title, people, description,
    content = 'event', content_rowid = 'id',
    tokenize = 'trigram remove_diacritics 1'
);
-- Gathered in memory, an import of ten years is written once instead of merged again and again (64 MiB).
INSERT INTO event_text (event_text, rank) VALUES ('hashsize', 67108864);
INSERT INTO event_text (event_text) VALUES ('rebuild');
