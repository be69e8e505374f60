//! A server in the place of a model.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use serde_json::{Value, json};

/// Answers until it is dropped, and remembers what it was asked.
pub struct Stub {
    port: u16,
    heard: Arc<Mutex<Vec<Value>>>,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// A server that answers requests with these bytes.
pub fn answering(answer: impl Fn(&Value) -> Vec<u8> + Send + 'static) -> Stub {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard: Arc<Mutex<Vec<Value>>> = Arc::default();
    let is_over: Arc<AtomicBool> = Arc::default();
    let (remembered, over) = (Arc::clone(&heard), Arc::clone(&is_over));
    let thread = thread::spawn(move || {
        for stream in listener.incoming() {
            if over.load(Ordering::SeqCst) {
                return;
            }
            let mut stream = stream.unwrap();
            if let Some(request) = request_in(&mut stream) {
                let bytes = answer(&request);
                remembered.lock().unwrap().push(request);
                // Whoever asked may have left.
                let _ = stream.write_all(&bytes);
            }
        }
    });
    Stub {
        port,
        heard,
        is_over,
        thread: Some(thread),
    }
}

impl Stub {
    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    pub fn heard(&self) -> Vec<Value> {
        self.heard.lock().unwrap().clone()
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // Wakes it.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn request_in(stream: &mut TcpStream) -> Option<Value> {
    let mut read = Vec::new();
    let mut part = vec![0; 65_536];
    loop {
        let count = stream.read(&mut part).ok().filter(|count| *count > 0)?;
        read.extend_from_slice(&part[..count]);
        let text = String::from_utf8_lossy(&read);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length")
                .then(|| value.trim().parse::<usize>().ok())?
        });
        if body.len() >= length? {
            return serde_json::from_str(body).ok();
        }
    }
}

/// The questions in a request.
pub fn questions_in(request: &Value) -> Vec<Value> {
    let asked = request["messages"][1]["content"].as_str().unwrap();
    let asked: Value = serde_json::from_str(asked).unwrap();
    asked["questions"].as_array().unwrap().clone()
}

/// What a model says, as its server sends it.
pub fn completion(content: &str) -> Vec<u8> {
    http(
        &json!({ "choices": [{ "message": { "role": "assistant", "content": content } }] })
            .to_string(),
    )
}

pub fn http(body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
