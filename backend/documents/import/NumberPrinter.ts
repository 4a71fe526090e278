import { formatNumber } from '#backend/documents/import/formatNumber.ts';

/** One level of a list: `text` holds %1 to %9 for the numbers of the levels; `restart`: the level behind which it starts anew, 0 for never. */
export type NumberLevel = { start: number; format: string; text: string; suffix: string; restart: number | undefined; legal: boolean; style: string | undefined };
export type NumberInstance = { abstractId: string; overrides: Map<number, { start: number | undefined; level: NumberLevel | undefined }> };
/** The lists of a Word document: levels by abstract list and index, lists by their id. */
export type NumberDefinitions = { levels: Map<string, Map<number, NumberLevel>>; instances: Map<string, NumberInstance> };

/**
 * Prints the automatic numbers of a Word document in reading order (ECMA-376 Part 1, 17.9).
 * Instances of one abstract numbering share their counters, as Word has it, until one of them overrides the start.
 */
export class NumberPrinter {
  readonly #levels: NumberDefinitions['levels'];
  readonly #instances: NumberDefinitions['instances'];
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor({ levels, instances }: NumberDefinitions) {
    this.#levels = levels;
    this.#instances = instances;
  }

  /** The label of the next paragraph with this property, with the gap that stands behind it; empty where it has no number. */
  next({ numId, level }: { numId: string; level: number | undefined }, styleId: string | undefined): string {
    const instance = this.#instances.get(numId);
    if (instance === undefined) return '';
    const index = level ?? this.#levelOfStyle(instance, styleId) ?? 0;
    const own = this.#level(instance, index);
    if (own === undefined) return '';
    const counters = this.#counters.get(instance.abstractId) ?? [];
    this.#counters.set(instance.abstractId, counters);
    const override = instance.overrides.get(index)?.start;
    const key = `${numId} ${index}`;
    if (override !== undefined && !this.#started.has(key)) counters[index] = override;
    else counters[index] = counters[index] === undefined ? own.start : counters[index] + 1;
    this.#started.add(key);
    for (let deeper = index + 1; deeper < 9; deeper += 1) {
      const restart = this.#level(instance, deeper)?.restart;
      if (restart !== 0 && (restart === undefined || index < restart)) counters[deeper] = undefined;
    }
    return this.#print(instance, own, index, counters);
  }

  #print(instance: NumberInstance, own: NumberLevel, index: number, counters: (number | undefined)[]): string {
    if (own.format === 'bullet') return `${/[\p{Co}\s]|^$/u.test(own.text) ? '●' : own.text} `;
    const label = own.text.replace(/%([1-9])/gu, (_whole, digit: string) => {
      const wanted = Number(digit) - 1;
      const level = this.#level(instance, wanted);
      const value = counters[wanted] ?? level?.start ?? 1;
      if (wanted > index || level === undefined) return '';
      return formatNumber(value, own.legal ? 'decimal' : level.format);
    });
    if (label.trim() === '') return '';
    return own.suffix === 'nothing' ? label : `${label} `;
  }

  #level(instance: NumberInstance, index: number): NumberLevel | undefined {
    return instance.overrides.get(index)?.level ?? this.#levels.get(instance.abstractId)?.get(index);
  }

  #levelOfStyle(instance: NumberInstance, styleId: string | undefined): number | undefined {
    if (styleId === undefined) return undefined;
    for (const [index, level] of this.#levels.get(instance.abstractId) ?? []) if (level.style === styleId) return index;
    return undefined;
  }
}
