//! A client of the SDK that speaks with the real program.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rmcp::ServiceExt as _;
use rmcp::model::{CallToolRequestParams, CallToolResult, JsonObject, Prompt, Resource, Tool};
use rmcp::service::{RoleClient, RunningService, ServiceError};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::program::{NOW, root};

/// Longer than any answer takes, on a machine that does ten other things.
const PATIENCE: Duration = Duration::from_mins(1);

/// One assistant, and the server it started.
pub struct Assistant {
    runtime: Option<Runtime>,
    client: Option<RunningService<RoleClient, ()>>,
    child: Child,
}

/// The program, with the clock and the zone of every test.
pub fn program(arguments: &[impl AsRef<OsStr>], data: Option<&Path>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weekwise"));
    let nowhere = root().join("target/no-library-here");
    command
        .arg("mcp")
        .args(arguments)
        .env("WEEKWISE_NOW", NOW)
        .env("TZ", "Europe/Berlin")
        .env_remove("WEEKWISE_TITLES")
        .env("WEEKWISE_DATA", data.unwrap_or(&nowhere))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

impl Assistant {
    /// Starts a server, and says hello.
    pub fn start(arguments: &[impl AsRef<OsStr>], data: Option<&Path>) -> Self {
        let mut child = program(arguments, data).spawn().unwrap();
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let (read, write) = (child.stdout.take().unwrap(), child.stdin.take().unwrap());
        let client = runtime.block_on(async {
            let streams = (file_of(read), file_of(write));
            tokio::time::timeout(PATIENCE, ().serve(streams))
                .await
                .unwrap()
                .unwrap()
        });
        Self {
            runtime: Some(runtime),
            client: Some(client),
            child,
        }
    }

    /// Over the demo.
    pub fn of_demo() -> Self {
        Self::start(&["--demo"], None)
    }

    /// Over files.
    pub fn of_file(file: &Path, more: &[&str]) -> Self {
        let mut arguments = vec![file.as_os_str()];
        arguments.extend(more.iter().map(OsStr::new));
        Self::start(&arguments, None)
    }

    pub fn client(&self) -> &RunningService<RoleClient, ()> {
        self.client.as_ref().unwrap()
    }

    /// Waits for something the client does, not for ever.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        let runtime = self.runtime.as_ref().unwrap();
        runtime.block_on(async { tokio::time::timeout(PATIENCE, work).await.unwrap() })
    }

    /// The number of the server's process.
    #[cfg(target_os = "linux")]
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    pub fn tools(&self) -> Vec<Tool> {
        self.wait(self.client().list_all_tools()).unwrap()
    }

    pub fn prompts(&self) -> Vec<Prompt> {
        self.wait(self.client().list_all_prompts()).unwrap()
    }

    pub fn resources(&self) -> Vec<Resource> {
        self.wait(self.client().list_all_resources()).unwrap()
    }

    /// Whatever comes of a call.
    pub fn called(&self, tool: &str, arguments: Value) -> Result<CallToolResult, ServiceError> {
        let Value::Object(arguments) = arguments else {
            panic!("arguments are an object");
        };
        self.wait(self.client().call_tool(request(tool, arguments)))
    }

    /// The answer of a call that goes well.
    pub fn call(&self, tool: &str, arguments: Value) -> Value {
        let result = self.called(tool, arguments).unwrap();
        assert_ne!(result.is_error, Some(true), "{tool}: {result:?}");
        let answer = result.structured_content.clone().unwrap();
        let text = result.content.first().unwrap().as_text().unwrap();
        let read: Value = serde_json::from_str(&text.text).unwrap();
        assert_eq!(answer, read, "{tool}: the text says what the object does");
        answer
    }

    /// What a call that does not go well says.
    pub fn refused(&self, tool: &str, arguments: Value) -> String {
        let result = self.called(tool, arguments).unwrap();
        assert_eq!(result.is_error, Some(true), "{tool}: {result:?}");
        result
            .content
            .first()
            .unwrap()
            .as_text()
            .unwrap()
            .text
            .clone()
    }

    pub fn read(&self, uri: &str) -> String {
        let asked = rmcp::model::ReadResourceRequestParams::new(uri);
        let result = self.wait(self.client().read_resource(asked)).unwrap();
        serde_json::to_string(&result.contents).unwrap()
    }

    /// Ends the conversation, and says how the program ended.
    pub fn end(mut self) -> Option<i32> {
        let client = self.client.take().unwrap();
        self.wait(client.cancel()).unwrap();
        self.runtime.take().unwrap().shutdown_background();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Assistant {
    fn drop(&mut self) {
        // A read that waits for the program holds a thread of the runtime.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(runtime) = self.runtime.take() {
            self.client = None;
            runtime.shutdown_background();
        }
    }
}

pub fn request(tool: &str, arguments: JsonObject) -> CallToolRequestParams {
    CallToolRequestParams::new(tool.to_owned()).with_arguments(arguments)
}

#[cfg(unix)]
fn file_of(stream: impl Into<std::os::fd::OwnedFd>) -> tokio::fs::File {
    tokio::fs::File::from_std(std::fs::File::from(stream.into()))
}

#[cfg(windows)]
fn file_of(stream: impl Into<std::os::windows::io::OwnedHandle>) -> tokio::fs::File {
    tokio::fs::File::from_std(std::fs::File::from(stream.into()))
}
