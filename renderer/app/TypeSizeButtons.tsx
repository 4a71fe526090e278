import { setTypeSize, useTypeSize } from '#renderer/theme/typeSize.ts';
import type { TypeSize } from '#renderer/theme/tokens.ts';

const sizes: readonly { size: TypeSize; label: string }[] = [
  { size: 's', label: '标准字号' },
  { size: 'l', label: '大字号' },
  { size: 'xl', label: '特大字号' },
];

export function TypeSizeButtons() {
  const current = useTypeSize();
  return (
    <fieldset className="sizes" aria-label="字号">
      <span className="sm dim" aria-hidden="true">
        字号
      </span>
      {sizes.map(({ size, label }) => (
        <button
          key={size}
          type="button"
          aria-pressed={size === current}
          aria-label={label}
          onClick={() => {
            setTypeSize(size);
          }}
        >
          字
        </button>
      ))}
    </fieldset>
  );
}
