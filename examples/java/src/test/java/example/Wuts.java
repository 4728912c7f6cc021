package example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A WUTS for tests: one mock for the whole run, and a world of its own for each object. */
final class Wuts implements AutoCloseable {
  /** An answer of the API or of the control plane. */
  record Answer(int status, JsonNode body) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Where the mock is, once it runs: url, control, docs, health, accounts. */
  private static JsonNode mock;

  final String url;
  final String token;
  final String control;

  Wuts() throws IOException, InterruptedException {
    JsonNode running = running();
    JsonNode made = send("POST", running.get("control").asText() + "/worlds", null, Map.of()).body();
    url = running.get("url").asText();
    token = made.at("/accounts/0/token").asText();
    control = running.get("control").asText() + "/worlds/" + made.get("world").asText();
  }

  /** Calls the API. */
  Answer call(String method, String path, Object body) throws IOException, InterruptedException {
    return send(method, url + path, token, body);
  }

  /** Controls the world: other people, time, faults. */
  Answer drive(String method, String path, Object body) throws IOException, InterruptedException {
    return send(method, control + path, null, body);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    drive("DELETE", "", null);
  }

  private static synchronized JsonNode running() throws IOException, InterruptedException {
    if (mock != null) return mock;
    // In a project: npx wuts-mock. WUTS_MOCK names another command, such as one of a clone.
    String command = System.getenv().getOrDefault("WUTS_MOCK", "npx wuts-mock");
    Path ready = Files.createTempDirectory("wuts").resolve("ready.json");
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--port", "0", "--seed", "1", "--quiet", "--ready-file", ready.toString()));
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!Files.exists(ready)) {
      if (!process.isAlive()) throw new IllegalStateException("the mock did not start");
      if (System.nanoTime() > deadline) throw new IllegalStateException("the mock was not ready within 30 seconds");
      Thread.sleep(50);
    }
    mock = JSON.readTree(ready.toFile());
    return mock;
  }

  private static Answer send(String method, String url, String token, Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (token != null) request.header("Authorization", "Bearer " + token);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }
}
