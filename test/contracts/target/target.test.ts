import { describe, expect, it } from 'vitest';
import { CannotRun, isLoopback, mustBeSendable } from '../../../contracts/target/target.ts';

describe('this machine', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    '127.0.0.1',
    '127.255.255.254',
    '127.1',
    '2130706433',
    '0x7f.0.0.1',
    '017700000001',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[0000::0001]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:FFFF:127.9.9.9]',
  ])('is %s', (host) => expect(isLoopback({ url: `https://${host}:8443/api` })).toBe(true));

  it.each([
    '0.0.0.0',
    '[::]',
    '128.0.0.1',
    '126.255.255.255',
    '10.0.0.1',
    '[::2]',
    '[::ffff:128.0.0.1]',
    '[fe80::1]',
    'localhost.example',
    'mylocalhost',
    'app.localhost',
    '127.0.0.1.example',
    'ip6-localhost',
    'localhost@wuts.example',
    '127.0.0.1:1@wuts.example',
    '127.0.0.1\t.example',
  ])('is not %j', (host) => expect(isLoopback({ url: `http://${host}/` })).toBe(false));
});

describe('a target that could not be asked', () => {
  const TOKEN = '11111111-1111-4111-8111-111111111111';
  const target = { url: 'http://127.0.0.1:1', tokens: { first: TOKEN } };

  it.each([
    [
      'a line break in a token',
      { tokens: { first: `${TOKEN}\r\nX-Admin: 1` } },
      /--token cannot be sent.*line break/,
    ],
    [
      'a space behind a token',
      { tokens: { first: TOKEN, second: `${TOKEN} ` } },
      /--second-token .*space at an end/,
    ],
    ['letters of another script', { tokens: { first: TOKEN, third: 'tökeñ-‮' } }, /--third-token .*not ASCII/],
    ['an empty token', { tokens: { first: '' } }, /--token .*is empty/],
    ['another set with such a token', { moreTokens: [{ first: 'a\nb' }] }, /--token/],
    [
      'an empty control token',
      { control: { url: 'http://127.0.0.1:1', token: '' } },
      /--control-token .*is empty/,
    ],
    ['a password in the URL', { url: 'http://admin:hunter2@127.0.0.1:1' }, /--url .*user name or a password/],
    ['a user in the URL', { control: { url: 'http://hunter2@127.0.0.1:1' } }, /--control .*user name/],
    ['a query in the URL', { url: 'http://127.0.0.1:1/?key=hunter2' }, /--url .*\? or #/],
    ['a fragment in the URL', { receiver: { url: 'http://127.0.0.1:1/#hunter2' } }, /--receiver .*\? or #/],
    ['another scheme', { url: 'ftp://127.0.0.1/hunter2' }, /--url .*no URL such as/],
    ['no URL', { url: 'hunter2' }, /--url .*no URL such as/],
  ])('is refused for %s, which is not told', (_, wrong, why) => {
    const attempt = () => mustBeSendable({ ...target, ...wrong });
    expect(attempt).toThrow(CannotRun);
    expect(attempt).toThrow(why);
    expect(attempt).not.toThrow(/hunter2|X-Admin|1111/);
  });

  it.each([TOKEN, 'Tok/en+="one two"', 'x'])('%s can be sent', (first) => {
    expect(() => mustBeSendable({ ...target, tokens: { first } })).not.toThrow();
  });
});
