import type { KeyboardEvent } from 'react';

/** For onKeyDown of a field in a form: Enter that ends a word in the input method does not send the form. */
export function keepComposing(event: KeyboardEvent): void {
  // keyCode 229 is what browsers report for a key that the input method has taken.
  if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
}
