import { describe, expect, it } from 'vitest';
import { connect, disconnect } from '../../../mock/world/devices.ts';
import { joinByPrivateInvite, resetInviteCode } from '../../../mock/world/invites.ts';
import { approveJoinRequest } from '../../../mock/world/join-requests.ts';
import { addParticipants } from '../../../mock/world/membership.ts';
import { changePicture, changeSettings } from '../../../mock/world/settings.ts';
import { ana, ben, cleo, createScene, told } from './scene.ts';

describe('joining is told', () => {
  it('as group.joined to who created the group and to whom they put in, as newly created', () => {
    const scene = createScene();
    const [anas, bens] = [scene.watch(ana), scene.watch(ben)];
    const group = scene.group(ana, [ben]);
    const news = [told('group.joined', group, ana, { kind: 'created', people: [ana, ben] })];
    expect(anas()).toEqual(news);
    expect(bens()).toEqual(news);
  });

  it('as group.joined to who was added, and as group.info join to the others', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    const [bens, cleos] = [scene.watch(ben), scene.watch(cleo)];
    scene.add(group, ana, cleo);
    const change = { kind: 'joined', people: [cleo], reason: '' } as const;
    expect(cleos()).toEqual([told('group.joined', group, ana, change)]);
    expect(bens()).toEqual([told('group.info', group, ana, change)]);
  });

  it('once for all who were added by one request, and not at all when nobody was', () => {
    const scene = createScene();
    const group = scene.group(ana);
    const anas = scene.watch(ana);
    scene.add(group, ana, ben, ben, cleo);
    expect(anas()).toMatchObject([{ change: { people: [ben, cleo] } }]);
    scene.add(group, ana, ben, '5500000000403');
    expect(anas()).toEqual([]);
  });

  it('with the reason invite when it was by link, by private invite, or approved', () => {
    const scene = createScene();
    const group = scene.group(ana);
    const [bens, anas] = [scene.watch(ben), scene.watch(ana)];
    const change = { kind: 'joined', people: [ben], reason: 'invite' } as const;

    scene.join(group, ben);
    expect(bens()).toEqual([told('group.joined', group, ben, change)]);
    expect(anas()).toEqual([told('group.info', group, ben, change)]);

    scene.leave(group, ben);
    scene.person(ben).addableBy = 'nobody';
    const [row] = addParticipants(scene.world, group, ana, scene.people(ben));
    bens();
    joinByPrivateInvite(scene.world, ben, {
      code: row?.addRequest?.code ?? '',
      group: group.jid,
      inviter: ana,
    });
    expect(bens()).toEqual([told('group.joined', group, ben, change)]);

    scene.leave(group, ben);
    changeSettings(scene.world, group, ana, { joinApproval: true });
    bens();
    scene.join(group, ben);
    expect(bens()).toEqual([]);
    approveJoinRequest(scene.world, group, ana, ben);
    expect(bens()).toEqual([told('group.joined', group, ana, change)]);
  });

  it('for the community too, with the reason linked_group_join, when a linked group brought somebody', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [], {}, community);
    const bens = scene.watch(ben);
    scene.join(group, ben);
    const brought = { kind: 'joined', people: [ben], reason: 'linked_group_join' } as const;
    expect(bens()).toEqual([
      told('group.joined', group, ben, { kind: 'joined', people: [ben], reason: 'invite' }),
      told('group.joined', community, ben, brought),
      told('group.joined', announcementGroup, ben, brought),
    ]);
  });
});

describe('leaving is told', () => {
  it('to those who stay and to who goes; a removal differs from a self-leave only by who did it', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    const [anas, bens, cleos] = [scene.watch(ana), scene.watch(ben), scene.watch(cleo)];
    scene.leave(group, ben);
    scene.remove(group, ana, cleo);
    const gone = told('group.info', group, ben, { kind: 'left', people: [ben] });
    const removed = told('group.info', group, ana, { kind: 'left', people: [cleo] });
    expect(anas()).toEqual([gone, removed]);
    expect(bens()).toEqual([gone]);
    expect(cleos()).toEqual([gone, removed]);
  });

  it('last of all: nothing of the group is told to who is in it no more', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.leave(group, ben);
    const bens = scene.watch(ben);
    changeSettings(scene.world, group, ana, { name: 'Crew 2' });
    scene.add(group, ana, cleo);
    expect(bens()).toEqual([]);
  });

  it('before the promotion of the heir, which nobody did', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    const bens = scene.watch(ben);
    scene.leave(group, ana);
    expect(bens()).toEqual([
      told('group.info', group, ana, { kind: 'left', people: [ana] }),
      told('group.info', group, undefined, { kind: 'promoted', people: [ben] }),
    ]);
  });

  it('before the end of the group to the last one out', () => {
    const scene = createScene();
    const group = scene.group(ana);
    const anas = scene.watch(ana);
    scene.leave(group, ana);
    expect(anas().map(({ change }) => change)).toEqual([{ kind: 'left', people: [ana] }, { kind: 'ended' }]);
  });

  it('for each group of a community that somebody leaves or is removed from', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const group = scene.group(ana, [ben], {}, community);
    const bens = scene.watch(ben);
    scene.remove(community, ana, ben);
    const left = { kind: 'left', people: [ben] } as const;
    expect(bens()).toEqual(
      [group, announcementGroup, community].map((one) => told('group.info', one, ana, left)),
    );
  });
});

describe('what did not happen', () => {
  it('is not told of a group that somebody was not in when they left its community', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    scene.group(ana, [], {}, community);
    scene.leave(announcementGroup, ben);
    const anas = scene.watch(ana);
    scene.leave(community, ben);
    expect(anas()).toEqual([told('group.info', community, ben, { kind: 'left', people: [ben] })]);
  });

  it('is not told of a community that somebody was in already when they were added to its announcement group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    scene.leave(announcementGroup, ben);
    const bens = scene.watch(ben);
    scene.add(community, ana, ben);
    const joined = { kind: 'joined', people: [ben], reason: '' } as const;
    expect(bens()).toEqual([told('group.joined', announcementGroup, ana, joined)]);
  });
});

describe('a change is told', () => {
  it('as promote and demote, only when the role changed, and on both sides of a community', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const bens = scene.watch(ben);
    scene.promote(community, ana, ben, ben);
    scene.demote(announcementGroup, ana, ben, ben);
    expect(bens()).toEqual(
      (['promoted', 'demoted'] as const).flatMap((kind) =>
        [community, announcementGroup].map((one) => told('group.info', one, ana, { kind, people: [ben] })),
      ),
    );
  });

  it('with the new values of what changed, and of nothing else', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    const bens = scene.watch(ben);
    const settings = { name: 'Crew 2', topic: 'News', announcement: true, locked: true } as const;
    changeSettings(scene.world, group, ana, { ...settings, joinApproval: false });
    changeSettings(scene.world, group, ana, { joinApproval: true, ephemeralSeconds: 86400 });
    changeSettings(scene.world, group, ana, { name: 'Crew 2' });
    const pictureId = changePicture(scene.world, group, ana, '/9j/');
    expect(bens()).toEqual([
      told('group.info', group, ana, { kind: 'changed', settings }),
      told('group.info', group, ana, {
        kind: 'changed',
        settings: { joinApproval: true, ephemeralSeconds: 86400 },
      }),
      told('group.info', group, ana, { kind: 'changed', settings: { pictureId } }),
    ]);
  });

  it('of the name of a community for its announcement group too', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const bens = scene.watch(ben);
    changeSettings(scene.world, community, ana, { name: 'City', locked: true });
    expect(bens()).toEqual([
      told('group.info', community, ana, { kind: 'changed', settings: { name: 'City', locked: true } }),
      told('group.info', announcementGroup, ana, { kind: 'changed', settings: { name: 'City' } }),
    ]);
  });

  it('of the invite link with the new code', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    const bens = scene.watch(ben);
    const code = resetInviteCode(scene.world, group, ana);
    expect(bens()).toEqual([told('group.info', group, ana, { kind: 'link-reset', code })]);
  });

  it('of the device to its own account only', () => {
    const scene = createScene();
    const [anas, bens] = [scene.watch(ana), scene.watch(ben)];
    disconnect(scene.world, scene.device(ana));
    disconnect(scene.world, scene.device(ana));
    connect(scene.world, scene.device(ana));
    expect(anas().map(({ event }) => event)).toEqual(['device.disconnected', 'device.connected']);
    expect(bens()).toEqual([]);
  });
});
