// The scenario with the Java client of openapi-generator: an error carries its body as text, and its type is chosen by hand.
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import wuts.ApiClient;
import wuts.ApiException;
import wuts.api.CommunitiesApi;
import wuts.api.GroupsApi;
import wuts.model.*;

public class Scenario {
  interface Call {
    void make() throws ApiException;
  }

  public static void main(String[] args) throws ApiException, JsonProcessingException {
    ApiClient mine = clientOf("WUTS_TOKEN");
    GroupsApi groups = new GroupsApi(mine);
    CommunitiesApi communities = new CommunitiesApi(mine);
    GroupsApi other = new GroupsApi(clientOf("WUTS_OTHER_TOKEN"));
    List<String> people = List.of("5511777777777", "5500000000403");

    GroupWithParticipants group =
        groups.createGroup(new CreateGroup().name("Made by a client").participants(people)).getGroup();
    String jid = group.getJid();
    Participant refused =
        group.getParticipants().stream().filter(row -> row.getError() != null).findFirst().orElseThrow();
    must(refused.getError() == 403 && refused.getAddRequest().getCode().length() == 16, refused);

    AddParticipants add = new AddParticipants().participants(List.of("5511666666666"));
    Participant added = groups.addGroupParticipants(jid, add).getParticipants().get(0);
    must(!added.getIsAdmin(), added);
    Participant promoted =
        groups.addGroupParticipants(jid, add.action(Action.PROMOTE)).getParticipants().get(0);
    must(promoted.getIsAdmin(), promoted);

    String before = groups.getGroupInviteLink(jid).getInviteLink();
    String after = groups.resetGroupInviteLink(jid).getInviteLink();
    must(!before.equals(after), after);

    CreateCommunity wanted = new CreateCommunity().name("Community");
    String parent = communities.createCommunity(wanted).getCommunity().getJid();
    ChildGroup child = new ChildGroup().groupJid(jid);
    must(communities.linkGroup(parent, child).getSuccess(), parent);
    must(communities.unlinkGroup(parent, child).getSuccess(), parent);

    JoinGroup join = new JoinGroup(new JoinByLink().link(before));
    GoneError gone = refusal(410, GoneError.class, () -> other.joinGroup(join));
    must(gone.getErrorCode() == GoneError.ErrorCodeEnum.GONE, gone);
    NotFoundError unknown =
        refusal(404, NotFoundError.class, () -> groups.getGroup("120363999999999999@g.us"));
    must(unknown.getErrorCode() == NotFoundError.ErrorCodeEnum.NOT_FOUND, unknown);
    CreateGroup nameless = new CreateGroup().name("").participants(people);
    BadRequestError invalid = refusal(400, BadRequestError.class, () -> groups.createGroup(nameless));
    must(invalid.getValidation().get(0).getField().equals("name"), invalid);

    must(groups.leaveGroup(jid).getSuccess(), jid);
    System.out.println("carried out");
  }

  private static ApiClient clientOf(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("WUTS_URL"));
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + System.getenv(token)));
    return client;
  }

  private static <T> T refusal(int status, Class<T> type, Call call) throws JsonProcessingException {
    try {
      call.make();
    } catch (ApiException error) {
      must(error.getCode() == status, error);
      return ApiClient.createDefaultObjectMapper().readValue(error.getResponseBody(), type);
    }
    throw new AssertionError("not refused with " + status);
  }

  private static void must(boolean holds, Object got) {
    if (!holds) throw new AssertionError(got);
  }
}
