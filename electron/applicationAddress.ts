/** The scheme of the application's own pages; `app` is the host of the built renderer, `start` that of the pages before it. */
export const applicationScheme = 'xiangyue-app';
export const applicationAddress = `${applicationScheme}://app/`;
export const startAddress = `${applicationScheme}://start/`;

/** Whether an address belongs to the built renderer. Parsed, never compared as text: `xiangyue-app://app.evil/` does not. */
export function isApplicationAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${applicationScheme}:` && host === 'app' && username === '' && password === '';
}
