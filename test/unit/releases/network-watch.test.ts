import { describe, expect, it } from 'vitest';
import { createNetworkWatch } from '../../../main/adapters/releases/create-network-watch.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

describe('the network', () => {
  it('is told when an address comes, not when one goes or stays', () => {
    const schedule = createManualSchedule();
    let addresses = new Set(['eth0 192.168.1.20']);
    let returns = 0;
    const watch = createNetworkWatch({ schedule: schedule.schedule, addresses: () => addresses });
    const leave = watch.onReturn(() => {
      returns += 1;
    });
    const pass = (...next: string[]): number => {
      addresses = new Set(next);
      schedule.advance(5_000);
      return returns;
    };
    expect(pass('eth0 192.168.1.20')).toBe(0);
    expect(pass()).toBe(0);
    expect(pass('eth0 192.168.1.20')).toBe(1);
    expect(pass('eth0 192.168.1.20', 'wlan0 10.0.0.2')).toBe(2);
    expect(pass('wlan0 10.0.0.2')).toBe(2);
    expect(pass('eth0 192.168.1.99')).toBe(3);
    leave();
    expect(pass('eth0 1.2.3.4')).toBe(3);
  });

  it('of this machine can be read', () => {
    const schedule = createManualSchedule();
    const watch = createNetworkWatch({ schedule: schedule.schedule });
    let returns = 0;
    const leave = watch.onReturn(() => {
      returns += 1;
    });
    schedule.advance(5_000);
    expect(returns).toBe(0);
    leave();
  });
});
