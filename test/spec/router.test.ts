import { describe, expect, it } from 'vitest';
import { createRouter, type Route } from '../../spec/router.ts';
import { wuts } from './wuts.ts';

const route = createRouter(wuts.operations);

describe('the router', () => {
  it.each(wuts.operations)('leads $method $path to $id', ({ id, method, path }) => {
    const found = route(method, path.replaceAll(/\{.+?\}/g, '120363039000000000@g.us'));
    expect(found).toMatchObject({ kind: 'operation', operation: { id } });
  });

  it.each([
    ['GET', '/groups/120363039000000000@g.us', 'getGroup', { jid: '120363039000000000@g.us' }],
    ['GET', '/groups/120363039000000000%40g.us', 'getGroup', { jid: '120363039000000000@g.us' }],
    ['GET', '/groups/a%2Fb', 'getGroup', { jid: 'a/b' }],
    ['GET', '/groups/__proto__', 'getGroup', { jid: '__proto__' }],
    ['POST', '/groups/join', 'joinGroup', {}],
    ['POST', '/groups/%6Aoin', 'joinGroup', {}],
    ['POST', '/groups/join/picture', 'setGroupPicture', { jid: 'join' }],
  ])('finds the operation and the parameters of %s %s', (method, path, id, parameters) => {
    const found = route(method, path);
    expect(found).toMatchObject({ kind: 'operation', operation: { id } });
    expect(parametersOf(found)).toEqual(parameters);
  });

  it.each([
    ['/'],
    [''],
    ['/group'],
    ['/groups/'],
    ['/groups/1/members'],
    ['/groups//participants'],
    ['/Groups'],
    ['/groups/1/participants/2'],
    ['/constructor'],
  ])('knows no path %j', (path) => {
    expect(route('GET', path)).toEqual({ kind: 'unknown-path' });
  });

  it.each([
    ['PUT', '/groups', ['GET', 'POST']],
    ['get', '/groups', ['GET', 'POST']],
    ['POST', '/groups/1', ['GET', 'PATCH']],
    ['DELETE', '/groups/1', ['GET', 'PATCH']],
    // A fixed path wins, whatever its methods.
    ['GET', '/groups/join', ['POST']],
    ['PATCH', '/groups/join', ['POST']],
    ['DELETE', '/groups/%6Aoin', ['POST']],
    ['PATCH', '/webhook/events', ['GET']],
  ])('says which methods there are instead of %s %s', (method, path, allow) => {
    expect(route(method, path)).toEqual({ kind: 'wrong-method', allow });
  });

  it.each([
    ['/groups/%', '%'],
    ['/groups/a%zz/leave', 'a%zz'],
    ['/groups/%ff', '%ff'],
  ])('names the segment of %s that cannot be decoded', (path, segment) => {
    expect(route('GET', path)).toEqual({ kind: 'undecodable', segment });
  });
});

function parametersOf(found: Route): Record<string, string> | undefined {
  return found.kind === 'operation' ? found.parameters : undefined;
}
