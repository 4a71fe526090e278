import { useInstallation } from '#renderer/app/installationContext.ts';
import { fullDate } from '#renderer/text/dates.ts';

/** Versions of the application and of the rules, and where the data lies. */
export function AboutSection() {
  const { version, rules, dataFolder } = useInstallation();
  return (
    <div className="box">
      <dl className="facts">
        <dt>乡约</dt>
        <dd>第 {version} 版</dd>
        <dt>预审规则</dt>
        <dd>
          第 {rules.version} 版，{rules.count} 条规则，{fullDate(rules.date)}
        </dd>
        <dt>数据文件夹</dt>
        <dd className="breakable">{dataFolder}</dd>
      </dl>
      <p className="hint">预审提示由电脑按规则找出，只供参考，不代替合法性审查。</p>
    </div>
  );
}
