package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test of a bot in Java looks like. */
class GroupTest {
  private Wuts wuts;

  @BeforeEach
  void open() throws Exception {
    wuts = new Wuts();
  }

  @AfterEach
  void close() throws Exception {
    wuts.close();
  }

  @Test
  void aMemberIsAdded() throws Exception {
    var made = wuts.call("POST", "/groups", Map.of("name", "Launch", "participants", List.of("5511777777777")));
    String path = "/groups/" + made.body().at("/group/jid").asText();
    wuts.call("POST", path + "/participants", Map.of("participants", List.of("5511666666666")));
    assertEquals(3, wuts.call("GET", path, null).body().at("/group/members_count").asInt());
  }

  @Test
  void eachTestHasAWorldOfItsOwn() throws Exception {
    assertEquals(0, wuts.call("GET", "/groups", null).body().get("groups").size());
  }

  @Test
  void aCallThatIsThrottled() throws Exception {
    wuts.drive("POST", "/faults", Map.of("operation", "listGroups", "status", 429));
    assertEquals(429, wuts.call("GET", "/groups", null).status());
    assertEquals(200, wuts.call("GET", "/groups", null).status());
  }
}
