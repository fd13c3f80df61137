import { describe, expect, it, vi } from 'vitest';
import { CrashGuard } from '../../../client/src/crashGuard.ts';

// The library itself loads only inside VS Code.
vi.mock('vscode-languageclient', () => ({
  CloseAction: { DoNotRestart: 1, Restart: 2 },
  ErrorAction: { Continue: 1, Shutdown: 2 },
}));
const [doNotRestart, restart] = [1, 2];

describe('CrashGuard', () => {
  it('restarts four times within three minutes, then gives up and says so once', () => {
    const gaveUp = vi.fn();
    let now = 0;
    const guard = new CrashGuard(gaveUp, () => now);
    for (let crash = 0; crash < 4; crash++) {
      now += 10_000;
      expect(guard.closed()).toEqual({ action: restart, handled: true });
    }
    expect(gaveUp).not.toHaveBeenCalled();
    now += 10_000;
    expect(guard.closed()).toEqual({ action: doNotRestart, handled: true });
    expect(gaveUp).toHaveBeenCalledOnce();
  });

  it('goes on restarting a server that stops now and then', () => {
    const gaveUp = vi.fn();
    let now = 0;
    const guard = new CrashGuard(gaveUp, () => now);
    for (let crash = 0; crash < 50; crash++) {
      now += 60_000;
      expect(guard.closed().action).toBe(restart);
    }
    expect(gaveUp).not.toHaveBeenCalled();
  });

  it('starts counting anew after a restart by hand', () => {
    const guard = new CrashGuard(
      () => {},
      () => 0,
    );
    for (let crash = 0; crash < 5; crash++) guard.closed();
    expect(guard.closed().action).toBe(restart);
  });

  it('leaves messages about single failures to the log', () => {
    expect(new CrashGuard(() => {}).error()).toEqual({ action: 1, handled: true });
  });
});
