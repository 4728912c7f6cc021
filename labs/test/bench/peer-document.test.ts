import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../spec/index.ts';
import { toPeerDocument } from '../../bench/peer-document.ts';
import { takeSamples } from '../../bench/samples.ts';

describe('the document of the peers', () => {
  const samples = takeSamples();
  const document = JSON.parse(toPeerDocument(samples));

  it('is the document of the project with the answers of the mock as its examples', () => {
    const { content } = document.paths['/groups/{jid}'].get.responses['200'];
    expect(content['application/json'].example).toEqual(JSON.parse(samples.getGroup.body));
    expect(
      document.paths['/groups'].post.responses['201'].content['application/json'].example.group.participants,
    ).toHaveLength(10);
    expect(
      document.paths['/groups/{jid}/invite'].get.responses['200'].content['application/json'].examples,
    ).toBeDefined();
  });

  it('is still a document', () => {
    expect(
      parseDocument(JSON.stringify(document), 'the document of the peers').operations.length,
    ).toBeGreaterThan(20);
  });
});
