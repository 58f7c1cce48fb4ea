import { App as Messages, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import './styles/base.css';
import './styles/workbench.css';
import './styles/queue.css';
import './styles/map.css';
import './styles/compliance.css';
import { THEME } from './theme';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }}>
      <Messages component={false}>
        <App />
      </Messages>
    </ConfigProvider>
  </StrictMode>,
);
