/** The options of `npm start`, and where a kiosk keeps its data. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from '../../../main/core/data-folder.ts';
import { parseStartOptions, startHelp } from '../../../main/hosts/start-options.ts';

const defaults = {
  workingFolder: '/home/clerk',
  catalogueFolder: '/app/dist/catalogue',
  dataFolder: '/state/procedure-kiosk',
};
const parse = (...argumentList: string[]) => parseStartOptions(argumentList, defaults);

describe('the options of npm start', () => {
  it('has a default for each', () => {
    expect(parse()).toEqual({
      kind: 'start',
      options: {
        shell: null,
        windowed: false,
        port: 0,
        kiosk: {
          configurationPath: null,
          catalogueFolder: '/app/dist/catalogue',
          dataFolder: '/state/procedure-kiosk',
        },
      },
    });
  });

  it('reads both spellings, and paths from where the person stands', () => {
    expect(
      parse(
        '--shell=browser',
        '--windowed',
        '--port',
        '8080',
        '--data-dir=d',
        '--config',
        '/etc/site.json',
        '--catalogue=../c',
      ),
    ).toEqual({
      kind: 'start',
      options: {
        shell: 'browser',
        windowed: true,
        port: 8080,
        kiosk: { configurationPath: '/etc/site.json', catalogueFolder: '/home/c', dataFolder: '/home/clerk/d' },
      },
    });
  });

  it.each([
    ['--prot=1', '--prot'],
    ['-x', '-x'],
    ['--no-windowed', '--no-windowed'],
    ['--constructor=1', '--constructor'],
    ['here', '"here"'],
    ['--shell=chrome', '"chrome"'],
    ['--port=99999', '"99999"'],
    ['--port=-1', '"-1"'],
    ['--port=8o', '"8o"'],
    ['--port=', '--port'],
    ['--data-dir', '--data-dir'],
    ['--windowed=yes', '--windowed'],
  ])('refuses %s, naming what is wrong', (argument, named) => {
    expect(parse(argument)).toEqual({ kind: 'refused', message: expect.stringContaining(named) });
  });

  it('tells about every option', () => {
    expect(parse('--help')).toEqual({ kind: 'help' });
    for (const option of ['--shell', '--windowed', '--port', '--data-dir', '--config', '--catalogue', '--help']) {
      expect(startHelp).toContain(`\n  ${option}`);
    }
  });
});

describe('the data folder', () => {
  it('follows XDG on Linux and LOCALAPPDATA on Windows', () => {
    expect(defaultDataFolder({ XDG_STATE_HOME: '/state' }, 'linux')).toBe('/state/procedure-kiosk');
    expect(defaultDataFolder({}, 'linux')).toBe(join(homedir(), '.local', 'state', 'procedure-kiosk'));
    expect(defaultDataFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe('/local/procedure-kiosk');
  });
});
