/** What draws the page: the core cannot know, for it is the same behind every shell. */

/** Names and versions of browser engine and shell in a user agent's text; empty where it has neither. */
export function browserVersions(userAgent: string): Record<string, string> {
  const found = [...userAgent.matchAll(/(?<name>Chrome|Electron)\/(?<version>[\d.]+)/gu)];
  return Object.fromEntries(
    found.map(({ groups }) => {
      const { name = '', version = '' } = groups ?? {};
      return [name === 'Chrome' ? 'chromium' : 'electron', version];
    }),
  );
}
