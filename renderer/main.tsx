import 'virtual:xiangyue/tokens.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { firstAnswers } from './app/firstAnswers.ts';
import { createRouter } from './app/routes.tsx';
import { startTypeSize } from './theme/typeSize.ts';

startTypeSize();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const router = createRouter();
await firstAnswers();
createRoot(root).render(
  <StrictMode>
    <App router={router} />
  </StrictMode>,
);
