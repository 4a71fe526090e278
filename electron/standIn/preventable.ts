export type Preventable<Fields> = Fields & { readonly defaultPrevented: boolean; preventDefault(): void };

/** An event as Electron emits it, of which a listener may stop the default. */
export function preventable<Fields extends object>(fields: Fields): Preventable<Fields> {
  let isPrevented = false;
  const preventDefault = () => {
    isPrevented = true;
  };
  return Object.defineProperty({ ...fields, preventDefault, defaultPrevented: false }, 'defaultPrevented', { get: () => isPrevented });
}
