/** A page whose links and pictures lead into the repository, at a tag, from wherever the page is read. */
export function toAbsoluteLinks(text: string, repository: string, tag: string): string {
  return text.replaceAll(
    /(!?)(\[[^\]]*\]\()(?!https?:|#)([^)]+)\)/g,
    (_, picture: string, before: string, path: string) =>
      `${picture}${before}${repository}/${picture ? 'raw' : 'blob'}/${tag}/${path})`,
  );
}

/** What the changelog says of a version. Throws where it has no heading for it. */
export function changesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).map((section) => section.split('\n'));
  const found = sections.find(([heading = '']) => heading.split(/[ ,]/)[0] === version);
  if (found === undefined)
    throw new Error(
      `CHANGELOG.md has no heading "## ${version}", so nobody is told what the version changes.`,
    );
  return found.slice(1).join('\n').trim();
}
