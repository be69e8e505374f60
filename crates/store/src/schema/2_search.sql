-- Finds any three letters anywhere in a text. It holds no text of its own (`content = 'event'`) and can be built anew from
-- the events at any time.
CREATE VIRTUAL TABLE event_text USING fts5 (
    title, people, description,
    content = 'event', content_rowid = 'id',
    tokenize = 'trigram remove_diacritics 1'
);
INSERT INTO event_text (event_text) VALUES ('rebuild');

CREATE TRIGGER event_text_added AFTER INSERT ON event BEGIN
    INSERT INTO event_text (rowid, title, people, description)
    VALUES (NEW.id, NEW.title, NEW.people, NEW.description);
END;

CREATE TRIGGER event_text_gone AFTER DELETE ON event BEGIN
    INSERT INTO event_text (event_text, rowid, title, people, description)
    VALUES ('delete', OLD.id, OLD.title, OLD.people, OLD.description);
END;
