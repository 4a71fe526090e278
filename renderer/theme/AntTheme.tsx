import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { antTheme } from './antTheme.ts';
import { useTypeSize } from './typeSize.ts';

/**
 * Ant Design in Chinese with the theme of the chosen type size. Screens that use Ant Design are wrapped in it by the
 * routes, so that the first screen opens without loading it.
 */
export function AntTheme({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={antTheme(useTypeSize())}
      button={{ autoInsertSpace: false }}
      // A menu in a modal <dialog> has to stand inside it, since everything outside is inert; elsewhere inside a landmark.
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.getElementById('main') ?? document.body}
    >
      {children}
    </ConfigProvider>
  );
}
