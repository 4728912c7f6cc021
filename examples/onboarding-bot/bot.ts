import { ATTEMPTS, type Gateway, type Told } from './gateway.ts';

/** A community, who shall be in it, and who of them leads it; people as phone numbers. */
export interface Job {
  readonly community: string;
  readonly people: readonly string[];
  readonly lead: string;
}

/** What has become of a job, as it was read. */
export interface Report {
  readonly community: string;
  readonly members: readonly string[];
  /** Who was handed an invite, and is no member yet. */
  readonly invited: readonly string[];
  readonly isLed: boolean;
  /** Why no more is known. */
  readonly trouble?: string;
}

/** What the bot says to people, beside WhatsApp or in it. */
export interface Voice {
  /** Hands somebody an invite: a private one, or the link of the community. */
  invite(phone: string, invite: { code: string } | { link: string }): void;
  welcome(phone: string, community: string): void;
}

/** A bot that puts people into communities. */
export interface Bot {
  /** Does what is missing of each job. One that fails keeps none of the others from being done. */
  onboard(jobs: readonly Job[]): Promise<Report[]>;
  /** A webhook: whoever joins one of the communities is welcomed, once. */
  hear(event: { event: string; data: { jid?: string; join?: readonly string[] } }): void;
  /** Welcomes whoever is in one of the communities and was not welcomed: webhooks are lost now and then. */
  sweep(): Promise<void>;
}

interface Community {
  readonly jid: string;
  /** Its members are those of its announcement group. */
  readonly announcement: string;
}

/** A bot at a gateway. It reads before it changes something, and reads afterwards what has become of it. */
export function createBot(gateway: Gateway, voice: Voice, own: string): Bot {
  const names = new Map<string, string>();
  const welcomed = new Set<string>();
  const invited = new Set<string>();

  /** What is read may lack something once: that it is not there is believed when it is read twice. */
  const readTwice = async <Seen>(read: () => Promise<Seen>, isComplete: (seen: Seen) => boolean) => {
    const seen = await read();
    return isComplete(seen) ? seen : read();
  };

  const find = async (name: string): Promise<Community | undefined> => {
    const { groups = [] } = await gateway.read('/groups');
    const jid = groups.find((group) => group.is_community && group.name === name)?.jid;
    const part = groups.find((group) => group.parent_jid === jid && group.is_announcement_group);
    return jid === undefined || part === undefined ? undefined : { jid, announcement: part.jid };
  };

  const findOrMake = async (name: string): Promise<Community> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const found = await readTwice(
        () => find(name),
        (seen) => seen !== undefined,
      );
      if (found !== undefined) return found;
      await gateway.change('POST', '/communities', { name, participants: [] });
    }
    throw new Error(`the community ${name} is not made`);
  };

  const readMembers = async (announcement: string, wanted: readonly string[]) => {
    const read = async () => {
      const { group } = await gateway.read(`/groups/${announcement}`);
      return (group?.participants ?? []).map(({ phone_number, is_admin }) => ({
        phone: toPhone(phone_number),
        isAdmin: is_admin,
      }));
    };
    return readTwice(read, (seen) => wanted.every((phone) => seen.some((one) => one.phone === phone)));
  };

  /** Adds who is missing, and hands an invite to whom the rows refuse. */
  const add = async ({ jid }: Community, missing: readonly string[]) => {
    const told = await gateway.change('POST', `/communities/${jid}/participants`, { participants: missing });
    for (const [phone, code] of privateInvitesIn(told)) {
      invited.add(jid + phone);
      voice.invite(phone, { code });
    }
  };

  const fill = async (community: Community, people: readonly string[]) => {
    const isOut = (members: readonly { phone: string }[]) =>
      people.filter((phone) => !members.some((one) => one.phone === phone));
    let out = isOut(await readMembers(community.announcement, people));
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const missing = out.filter((phone) => !invited.has(community.jid + phone));
      if (missing.length === 0) return;
      await add(community, missing);
      out = isOut(await readMembers(community.announcement, people));
    }
    const left = out.filter((phone) => !invited.has(community.jid + phone));
    if (left.length === 0) return;
    const { invite_link: link = '' } = await gateway.read(`/groups/${community.announcement}/invite`);
    for (const phone of left) {
      invited.add(community.jid + phone);
      voice.invite(phone, { link });
    }
  };

  const promote = async ({ jid, announcement }: Community, lead: string) => {
    const isLed = async () => {
      const members = await readMembers(announcement, [lead]);
      return members.some(({ phone, isAdmin }) => phone === lead && isAdmin);
    };
    for (let attempt = 0; attempt < ATTEMPTS && !(await isLed()); attempt += 1) {
      await gateway.change('POST', `/groups/${jid}/participants`, {
        action: 'promote',
        participants: [lead],
      });
    }
    return isLed();
  };

  const doJob = async ({ community: name, people, lead }: Job): Promise<Report> => {
    try {
      const community = await findOrMake(name);
      names.set(community.announcement, name);
      await fill(community, people);
      const isLed = await promote(community, lead);
      const members = (await readMembers(community.announcement, people)).map(({ phone }) => phone);
      const waiting = people.filter(
        (phone) => invited.has(community.jid + phone) && !members.includes(phone),
      );
      return { community: name, members, invited: waiting, isLed };
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      return { community: name, members: [], invited: [], isLed: false, trouble };
    }
  };

  const welcome = (announcement: string, phone: string) => {
    const name = names.get(announcement);
    if (name === undefined || phone === own || welcomed.has(announcement + phone)) return;
    welcomed.add(announcement + phone);
    voice.welcome(phone, name);
  };

  return {
    async onboard(jobs) {
      const reports: Report[] = [];
      for (const job of jobs) reports.push(await doJob(job));
      return reports;
    },
    hear({ data: { jid = '', join = [] } }) {
      for (const one of join) welcome(jid, toPhone(one));
    },
    async sweep() {
      for (const announcement of names.keys()) {
        for (const { phone } of await readMembers(announcement, [])) welcome(announcement, phone);
      }
    },
  };
}

/** Who is to be handed which private invite. */
function privateInvitesIn({ participants = [] }: Told): [string, string][] {
  return participants.flatMap(({ phone_number, add_request }) =>
    add_request === undefined ? [] : [[toPhone(phone_number), add_request.code]],
  );
}

function toPhone(jid: string): string {
  return jid.replace(/@.*$/, '');
}
