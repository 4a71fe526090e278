import { hostProgram } from '#scripts/buildHost.ts';
import { hostApplication } from '#scripts/hostApplication.ts';

// As `npm start` does for its window: the address is given out as soon as the host listens, the data folder opens meanwhile.
const dataFolder = process.argv.at(-1) ?? '';
const host = await hostApplication({ dataFolder, port: 0, program: hostProgram });
process.stdout.write(`${host.url}\n`);
process.on('SIGTERM', () => void host.close().then(() => process.exit(0)));
