import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clear, createPrinterWorld, fence, fenceAnswer, hex, rasterHead, slipBytes } from './printer-world.ts';

describe('its buffer', () => {
  it('keeps what a broken connection left, and prints it when paper is there again', () => {
    const { printer, plug, pieces } = createPrinterWorld({ state: { paper: 'out' } });
    const first = plug();
    first.send(slipBytes(20));
    first.send(fence);
    first.conversation.leave();
    expect(pieces).toEqual([]);
    expect(printer.bufferedBytes).toBeGreaterThan(1_440);
    const second = plug();
    second.send('');
    printer.set({ paper: 'ok' });
    expect(pieces.map(({ kind, image }) => [kind, image.heightDots])).toEqual([['cut', 20]]);
    // The former job's fence is heard by whoever is there now.
    expect(second.heard).toEqual([fenceAnswer]);
  });

  it('lets half a raster swallow the next bytes, whoever sends them', () => {
    const { plug, pieces } = createPrinterWorld();
    const first = plug();
    first.send(Buffer.concat([rasterHead(10), Buffer.alloc(72 * 9)]));
    first.conversation.leave();
    const second = plug();
    second.send(`1b40 ${fence}`);
    expect(second.heard).toEqual([]);
    second.send(slipBytes(5));
    expect(pieces.map(({ image }) => image.heightDots)).not.toEqual([5]);
  });

  it('takes 64 KiB while it is halted and then nothing, and goes on where it stopped', () => {
    const { printer, plug, pieces } = createPrinterWorld({ state: { coverOpen: true } });
    const cable = plug();
    const rest = cable.send(slipBytes(1_000));
    expect(printer.bufferedBytes).toBe(65_536);
    expect(rest.length).toBe(8 + 72_000 + 3 - 65_536);
    printer.set({ coverOpen: false });
    expect(cable.send(rest).length).toBe(0);
    expect(pieces.map(({ image }) => image.heightDots)).toEqual([1_000]);
  });

  it('still hears a real-time command that stands at the door when it is full, but not one behind other bytes', () => {
    const { printer, plug } = createPrinterWorld({ bufferBytes: 100, state: { paper: 'out' } });
    const cable = plug();
    expect(cable.send(Buffer.alloc(150)).length).toBe(50);
    expect(cable.send('100404').length).toBe(0);
    expect(cable.heard).toEqual(['7e']);
    expect(cable.send('00 100404').length).toBe(4);
    expect(cable.send(clear).length).toBe(0);
    expect(cable.heard).toEqual(['7e', '372500']);
    expect(printer.bufferedBytes).toBe(0);
  });
});

describe('its pace', () => {
  it('prints so many rows a second, answers meanwhile, and says the fence when the paper is out', () => {
    const { printer, plug, pass, pieces } = createPrinterWorld({ rowsPerSecond: 1_000 });
    const cable = plug();
    cable.send(slipBytes(500));
    cable.send(fence);
    pass(200);
    expect(printer.paper.hangingRows).toBe(200);
    cable.send('100401');
    expect(cable.heard).toEqual(['12']);
    pass(290);
    expect(pieces).toEqual([]);
    pass(20);
    expect(pieces.map(({ image }) => image.heightDots)).toEqual([500]);
    expect(cable.heard).toEqual(['12', fenceAnswer]);
  });

  it('catches up with a clock that was not looked at', () => {
    const { printer, plug, pass } = createPrinterWorld({ rowsPerSecond: 100_000 });
    plug().send(slipBytes(800));
    pass(10);
    expect(printer.paper.hangingRows).toBe(0);
    expect(printer.paper.rowsUsed).toBe(800);
  });
});

describe('what it is cleared of', () => {
  it('DLE DC4 8: buffer, half a command, the line and the fence behind; what is on paper keeps hanging', () => {
    const { printer, plug, pass, pieces } = createPrinterWorld({ rowsPerSecond: 1_000 });
    const cable = plug();
    cable.send(
      Buffer.concat([slipBytes(300), hex(fence), Buffer.from('half a line'), rasterHead(9), Buffer.alloc(50)]),
    );
    pass(100);
    cable.send(clear);
    expect(cable.heard).toEqual(['372500']);
    pass(1_000);
    expect(pieces).toEqual([]);
    expect(cable.heard).toEqual(['372500']);
    expect(printer.paper.hangingRows).toBe(100);
    expect(printer.paper.look()?.heightDots).toBe(100);
    cable.send('1b40 1d7630 00 0100 0100 ff 1d5600');
    pass(100);
    // The former half is still on the strip that the next cut takes off.
    expect(pieces.map(({ image }) => image.heightDots)).toEqual([101]);
  });

  it('DLE ENQ 2 clears without a word', () => {
    const { printer, plug, pieces } = createPrinterWorld({ state: { paper: 'out' } });
    const cable = plug();
    cable.send(Buffer.concat([slipBytes(10), hex('100502')]));
    expect(cable.heard).toEqual([]);
    expect(printer.bufferedBytes).toBe(0);
    printer.set({ paper: 'ok' });
    expect(pieces).toEqual([]);
  });

  it('neither where it does not know them', () => {
    const { printer, plug, pieces } = createPrinterWorld({
      state: { paper: 'out' },
      abilities: { clear: false, recover: false },
    });
    const cable = plug();
    cable.send(slipBytes(10));
    cable.send(`${clear} 100502`);
    expect(cable.heard).toEqual([]);
    printer.set({ paper: 'ok' });
    expect(pieces).toHaveLength(1);
  });

  it('being switched off: buffer, connections and settings, but not the paper that hangs out', () => {
    const { printer, plug, pieces } = createPrinterWorld();
    const cable = plug();
    cable.send('1d610e 1b6101 1d7630 00 0100 0100 ff 1d7630 00 0100 0500 ff');
    printer.set({ reads: false });
    printer.powerCycle();
    expect(cable.cut.how).toBe('rst');
    expect(printer.state.reads).toBe(true);
    expect(printer.paper.hangingRows).toBe(2);
    const next = plug();
    printer.set({ paper: 'near-end' });
    expect(next.heard).toEqual([]);
    next.send('1d7630 00 0100 0100 80 1d5600');
    expect(pieces[0]?.image.bits[2 * 72]).toBe(0x80);
  });
});

describe('its answers', () => {
  it.each([
    [{}, '12 12 12 12'],
    [{ paper: 'near-end' }, '12 12 12 1e'],
    [{ paper: 'out' }, '1a 32 12 7e'],
    [{ coverOpen: true }, '1a 16 12 12'],
    [{ offline: true }, '1a 12 12 12'],
    [{ cutter: 'jammed' }, '1a 52 1a 12'],
    [{ error: 'unrecoverable' }, '1a 52 32 12'],
    [{ error: 'auto-recoverable' }, '1a 52 52 12'],
  ] as const)('DLE EOT 1 to 4, also off-line: %o', (state, bytes) => {
    const cable = createPrinterWorld({ state }).plug();
    cable.send('100401 100402 100403 100404');
    expect(cable.heard.join(' ')).toBe(bytes);
    for (const byte of cable.heard) {
      expect(Number.parseInt(byte, 16) & 0x93).toBe(0x12);
    }
  });

  it('a request in two pieces, and in the middle of a picture, where it stays a part of the picture', () => {
    const { plug, pieces, printer } = createPrinterWorld();
    const cable = plug();
    cable.send(Buffer.concat([rasterHead(1), Buffer.alloc(10), hex('10')]));
    cable.send('0404');
    expect(cable.heard).toEqual(['12']);
    cable.send(Buffer.concat([Buffer.alloc(59), hex('1d5600')]));
    expect(Buffer.from(pieces[0]?.image.bits.subarray(10, 13) ?? []).toString('hex')).toBe('100404');
    expect(printer.decoder.intrusions).toBe(1);
  });

  it('a request after the beginning of another command', () => {
    const cable = createPrinterWorld().plug();
    cable.send('10 100401 1014 100404 10140801 100402');
    expect(cable.heard).toEqual(['12', '12', '12']);
  });

  it('GS r, GS I and the fence wait their turn', () => {
    const { printer, plug } = createPrinterWorld({ state: { paper: 'out' } });
    const cable = plug();
    cable.send(`1d7201 1d7202 1d4943 ${fence}`);
    expect(cable.heard).toEqual([]);
    printer.set({ paper: 'near-end' });
    expect(cable.heard).toEqual(['03', '00', Buffer.from('_VIRTUAL-80\0').toString('hex'), fenceAnswer]);
  });

  it('GS a tells four bytes at once and at each change it was asked for, until ESC @', () => {
    const { printer, plug } = createPrinterWorld();
    const cable = plug();
    cable.send('1d610e');
    printer.set({ paper: 'near-end' });
    printer.set({ paper: 'near-end', answerDelayMs: 0 });
    printer.set({ coverOpen: true });
    printer.set({ cutter: 'jammed' });
    printer.set({ paper: 'out' });
    expect(cable.heard).toEqual(['1000000f', '1000030f', '3800030f', '3808030f', '38080f0f']);
    printer.set({ paper: 'ok', coverOpen: false, cutter: 'ok' });
    cable.heard.length = 0;
    cable.send('1d6108');
    printer.set({ coverOpen: true });
    expect(cable.heard).toEqual(['1000000f']);
    printer.set({ coverOpen: false });
    cable.send('1b40');
    printer.set({ paper: 'out' });
    expect(cable.heard).toEqual(['1000000f']);
  });

  it('GS a waits its turn behind a roll that is missing', () => {
    const { printer, plug } = createPrinterWorld({ state: { paper: 'out' } });
    const cable = plug();
    cable.send('1d610e');
    expect(cable.heard).toEqual([]);
    printer.set({ paper: 'ok' });
    expect(cable.heard).toEqual(['1000000f']);
  });

  it.each([
    [{ fence: false }, fence],
    [{ changes: false }, '1d610e'],
  ] as const)('without an ability it says nothing and counts the command: %o', (abilities, bytes) => {
    const { printer, plug } = createPrinterWorld({ abilities });
    const cable = plug();
    cable.send(bytes);
    expect(cable.heard).toEqual([]);
    expect(printer.decoder.unknownCommands).toBe(1);
  });

  it('without a near-end sensor only the end is felt', () => {
    const { printer, plug } = createPrinterWorld({ abilities: { nearEndSensor: false }, state: { paper: 'near-end' } });
    const cable = plug();
    cable.send('100404 1d7201');
    printer.set({ paper: 'out' });
    cable.send('100404');
    expect(cable.heard).toEqual(['12', '00', '72']);
  });

  it('late, in order, also when it becomes quicker; silent; and mad by the seed', () => {
    const { printer, plug, pass } = createPrinterWorld({ state: { answerDelayMs: 300 } });
    const cable = plug();
    cable.send('100401');
    pass(290);
    expect(cable.heard).toEqual([]);
    printer.set({ answerDelayMs: 0, paper: 'out' });
    cable.send('100401');
    expect(cable.heard).toEqual([]);
    pass(10);
    expect(cable.heard).toEqual(['12', '1a']);
    printer.set({ answers: false });
    cable.send('100401');
    pass(1_000);
    expect(cable.heard).toHaveLength(2);

    expect(said(7)).toBe(said(7));
    expect(said(7)).not.toBe(said(8));
    expect(said(7).split(' ')).toHaveLength(4);
  });
});

describe('its paper', () => {
  it('runs out after so many rows in the middle of a job; a new roll tears off what hung, the rest comes after', () => {
    const { printer, plug, pieces } = createPrinterWorld();
    const cable = plug();
    cable.send('1d610e');
    printer.faultAt({ rows: 120 }, 'paper-out');
    cable.send(slipBytes(300));
    cable.send(fence);
    expect(printer.paper.hangingRows).toBe(120);
    expect(cable.heard).toEqual(['1000000f', '18000f0f']);
    printer.set({ paper: 'ok' });
    expect(pieces.map(({ kind, image }) => [kind, image.heightDots])).toEqual([
      ['torn', 120],
      ['cut', 180],
    ]);
    expect(cable.heard.slice(2)).toEqual(['1000000f', fenceAnswer]);
  });

  it('stays in one piece when only the cover was open', () => {
    const { printer, plug, pieces } = createPrinterWorld();
    printer.faultAt({ rows: 1 }, 'cover-open');
    plug().send(slipBytes(300));
    expect(printer.paper.hangingRows).toBe(1);
    printer.set({ coverOpen: false });
    expect(pieces.map(({ image }) => image.heightDots)).toEqual([300]);
  });

  it('between head and blade stays in the printer and leads the next slip', () => {
    const { plug, pieces } = createPrinterWorld({ headToCutterDots: 100 });
    const cable = plug();
    cable.send(slipBytes(60));
    cable.send('1b4a64 1d5600');
    cable.send(slipBytes(60));
    cable.send('1d564100');
    expect(pieces.map(({ image }) => image.heightDots)).toEqual([60, 100, 60, 100]);
    // The first cut took blank paper only; the second one the first slip.
    expect(pieces[0]?.image.bits.every((byte) => byte === 0)).toBe(true);
    expect(pieces[1]?.image.bits.some((byte) => byte !== 0)).toBe(true);
  });

  it('jams at the next cut, off-line until the blade is free, and then cuts what waits', () => {
    const { printer, plug, pieces } = createPrinterWorld();
    const cable = plug();
    printer.fault('cutter-jam');
    cable.send(slipBytes(30));
    cable.send(`${fence} 100403`);
    expect(pieces).toEqual([]);
    expect(cable.heard).toEqual(['1a']);
    cable.send('100501');
    expect(printer.state.cutter).toBe('jammed');
    printer.set({ cutter: 'ok' });
    expect(pieces.map(({ image }) => image.heightDots)).toEqual([30]);
    expect(cable.heard).toEqual(['1a', fenceAnswer]);
  });

  it('is on-line after a clear although the blade is still blocked, and jams again', () => {
    const { printer, plug } = createPrinterWorld({ state: { cutter: 'jams' } });
    const cable = plug();
    cable.send(slipBytes(30));
    cable.send(`${clear} 100401`);
    expect(cable.heard).toEqual(['372500', '12']);
    expect(printer.paper.hangingRows).toBe(30);
    cable.send(slipBytes(5));
    expect(printer.state.cutter).toBe('jammed');
  });

  it('hangs until a hand tears it off where there is no blade', () => {
    const { plug, pass, pieces } = createPrinterWorld({ abilities: { cut: false }, tearAfterMs: 1_500 });
    const cable = plug();
    cable.send(slipBytes(30));
    pass(1_000);
    cable.send(slipBytes(30));
    pass(1_400);
    expect(pieces).toEqual([]);
    pass(200);
    expect(pieces.map(({ kind, image }) => [kind, image.heightDots])).toEqual([['cut', 60]]);
  });
});

describe('faults laid ahead', () => {
  it('break the connection after exactly so many bytes; those are printed, the rest is lost', () => {
    const { printer, plug } = createPrinterWorld();
    printer.faultAt({ bytes: 8 + 72 * 3 + 5 }, 'drop');
    const cable = plug();
    cable.send('100401');
    const rest = cable.send(slipBytes(10));
    expect(cable.cut.how).toBe('rst');
    expect(rest.length).toBe(8 + 720 + 3 - (8 + 72 * 3 + 5 - 3));
    expect(printer.paper.hangingRows).toBe(3);
    expect(printer.conversations).toEqual([{ door: 'tcp', bytesTaken: 8 + 72 * 3 + 5, isOpen: false }]);
  });

  it('hang it: it takes nothing more and says nothing, until it is switched off and on', () => {
    const { printer, plug, pieces } = createPrinterWorld();
    printer.faultAt({ bytes: 100 }, 'hang');
    const cable = plug();
    expect(cable.send(slipBytes(10)).length).toBe(8 + 720 + 3 - 100);
    expect(cable.send('100401').length).toBe(3);
    expect(cable.heard).toEqual([]);
    printer.powerCycle();
    plug().send(slipBytes(10));
    expect(pieces).toHaveLength(1);
  });

  it('can be called off', () => {
    const { printer, plug, pieces } = createPrinterWorld();
    printer.faultAt({ rows: 3 }, 'paper-out')();
    plug().send(slipBytes(10));
    expect(pieces).toHaveLength(1);
  });

  it('whatever happens when: no crash, and every row counted once', () => {
    const faults = fc.constantFrom(
      'paper-out',
      'cover-open',
      'hang',
      'drop',
      'drop-fin',
      'power-cycle',
      'cutter-jam',
      'garbage',
    );
    const job = Buffer.concat([slipBytes(40), hex(fence), slipBytes(25)]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: job.length }), faults)), (laid) => {
        const { printer, plug, pieces } = createPrinterWorld();
        for (const [byRows, count, fault] of laid) {
          printer.faultAt(byRows ? { rows: count % 70 } : { bytes: count }, fault);
        }
        for (let turn = 0; turn < 3; turn += 1) {
          plug().send(job);
          printer.set({ paper: 'ok', coverOpen: false, reads: true, cutter: 'ok' });
        }
        const rows = pieces.reduce((sum, { image }) => sum + image.heightDots, printer.paper.hangingRows);
        expect(rows).toBe(printer.paper.rowsUsed);
      }),
    );
  });
});

/** What a printer gone mad says to four requests. */
function said(seed: number): string {
  const mad = createPrinterWorld({ seed, state: { garbage: true } }).plug();
  mad.send('100401 100402 100403 100404');
  return mad.heard.join(' ');
}
