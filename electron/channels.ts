/**
 * The names of every message between the page, the preload and the main process; there is no other one.
 * The page posts `{ type: ready }` to its own window once it listens; the preload answers with `{ type: port }` and the
 * port to the backend. A page that asks again (after a reload) gets a new port, and the old one is closed.
 */
export const channels = {
  ready: 'xiangyue:ready',
  port: 'xiangyue:port',
  saveFile: 'xiangyue:saveFile',
  openPdf: 'xiangyue:openPdf',
  chooseFile: 'xiangyue:chooseFile',
  chooseFiles: 'xiangyue:chooseFiles',
  readChosenFile: 'xiangyue:readChosenFile',
  busySaving: 'xiangyue:busySaving',
  openPackage: 'xiangyue:openPackage',
} as const;
