// The scenario with the Kotlin client of openapi-generator: an error carries its body as text, and its type is chosen by hand.
import wuts.apis.CommunitiesApi
import wuts.apis.GroupsApi
import wuts.infrastructure.ApiClient
import wuts.infrastructure.ClientError
import wuts.infrastructure.ClientException
import wuts.infrastructure.Serializer
import wuts.models.*

/** The accessToken belongs to all clients of a process, so whose it is is said before each call of somebody else. */
fun <T> asAccount(token: String, call: () -> T): T {
    ApiClient.accessToken = System.getenv(token)
    return call()
}

inline fun <reified T> refusal(status: Int, call: () -> Unit): T {
    try {
        call()
    } catch (error: ClientException) {
        check(error.statusCode == status) { error }
        val body = (error.response as ClientError<*>).body as String
        return Serializer.gson.fromJson(body, T::class.java)
    }
    error("not refused with $status")
}

fun main() = asAccount("WUTS_TOKEN") {
    val url = System.getenv("WUTS_URL")
    val groups = GroupsApi(url)
    val communities = CommunitiesApi(url)
    val people = listOf("5511777777777", "5500000000403")

    val group = groups.createGroup(CreateGroup("Made by a client", people)).group
    val jid = group.jid
    val refused = group.participants.first { it.error == 403 }
    check(refused.addRequest?.code?.length == 16) { refused }

    val one = listOf("5511666666666")
    check(!groups.addGroupParticipants(jid, AddParticipants(one)).participants.first().isAdmin)
    val promotion = AddParticipants(one, Action.promote)
    check(groups.addGroupParticipants(jid, promotion).participants.first().isAdmin)

    val before = groups.getGroupInviteLink(jid).inviteLink
    check(groups.resetGroupInviteLink(jid).inviteLink != before)

    val parent = checkNotNull(communities.createCommunity(CreateCommunity("Community")).community.jid)
    check(communities.linkGroup(parent, ChildGroup(jid)).success)
    check(communities.unlinkGroup(parent, ChildGroup(jid)).success)

    val gone = asAccount("WUTS_OTHER_TOKEN") {
        refusal<GoneError>(410) { groups.joinGroup(JoinGroup(JoinByLink(before))) }
    }
    check(gone.errorCode == GoneError.ErrorCode.GONE) { gone }
    asAccount("WUTS_TOKEN") {
        val unknown = refusal<NotFoundError>(404) { groups.getGroup("120363999999999999@g.us") }
        check(unknown.errorCode == NotFoundError.ErrorCode.NOT_FOUND) { unknown }
        val invalid = refusal<BadRequestError>(400) { groups.createGroup(CreateGroup("", people)) }
        check(invalid.validation?.first()?.field == "name") { invalid }
        check(groups.leaveGroup(jid).success)
    }
    println("carried out")
}
