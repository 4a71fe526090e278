import { DOMSerializer, type Fragment } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { referenceText } from '#core/document/numberDocument.ts';
import { labelsOf } from '#renderer/editor/plugins/labelsOf.ts';
import { numberingOf } from '#renderer/editor/plugins/numberingPlugin.ts';

type SerializeOptions = { document?: Document };

/** Elements that carry a printed number, by what holds their first words. */
const numbered = '[data-part="article"], [data-part="chapter"], [data-part="section"], [data-part="item"], [data-part="subitem"]';

/**
 * Writes the printed numbers and the words of references into copied markup, which Word and WPS paste; pasted back here
 * they are dropped again by the schema's rules.
 */
export class LabelledSerializer extends DOMSerializer {
  readonly #read: () => EditorState | undefined;

  constructor(plain: DOMSerializer, read: () => EditorState | undefined) {
    super(plain.nodes, plain.marks);
    this.#read = read;
  }

  override serializeFragment(fragment: Fragment, options?: SerializeOptions, target?: HTMLElement | DocumentFragment): HTMLElement | DocumentFragment {
    const result = super.serializeFragment(fragment, options, target);
    // The serializer calls itself for the content of every node; only the outermost call has no target.
    const state = target === undefined ? this.#read() : undefined;
    if (state !== undefined) this.#label(result, state, options?.document ?? document);
    return result;
  }

  #label(copied: HTMLElement | DocumentFragment, state: EditorState, page: Document): void {
    const labels = labelsOf(state);
    const numbering = numberingOf(state);
    const startsInside = state.selection.$from.parentOffset > 0;
    for (const reference of copied.querySelectorAll('span[data-target]')) {
      reference.textContent = referenceText(reference.getAttribute('data-target') ?? '', numbering);
    }
    copied.querySelectorAll(numbered).forEach((element, index) => {
      const label = labels.get(element.getAttribute('data-id') ?? '');
      const words = element.querySelector('p, h2');
      if (label === undefined || label === '' || words === null || (index === 0 && startsInside)) return;
      const number = page.createElement('span');
      number.setAttribute('data-number', '');
      number.textContent = label.startsWith('第') ? `${label}　` : label;
      words.prepend(number);
    });
  }
}
