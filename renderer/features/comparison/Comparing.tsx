import { useEffect, useState } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import { Loading } from '#renderer/components/Loading.tsx';

/** Work that most people never see; what takes longer says so and can be given up. */
const patience = 1_000;

/** Stands in for a comparison that is still being made. */
export function Comparing({ onStop }: { onStop: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), patience);
    return () => {
      clearInterval(timer);
    };
  }, []);
  if (seconds === 0) return <Loading what="正在比较" />;
  return (
    <div className="comparing">
      <Loading what="文字很长，正在逐条比较" />
      <p className="dim">已经用了 {seconds} 秒</p>
      <Button onClick={onStop}>不比了，返回</Button>
    </div>
  );
}
