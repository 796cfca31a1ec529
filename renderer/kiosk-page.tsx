/** The running kiosk: one citizen after another, each with a page, answers and preferences of their own. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import type { KioskDescription, Language } from '../main/contract/kiosk.ts';
import { createWishBook } from './appointments/wish-task.ts';
import { Visit } from './components/visit.tsx';
import { createOpenDossiers, heldView } from './dossiers/open-dossiers.ts';
import { createAnswerCache } from './hooks/answer-cache.ts';
import { type Kiosk, KioskContext, KioskStateContext } from './hooks/kiosk-context.ts';
import { useKeyboardWedge } from './hooks/use-keyboard-wedge.ts';
import { useToldDescription } from './hooks/use-told-description.ts';
import { createTranslator } from './i18n/create-translator.ts';
import { NoticesContext } from './notices/notices-context.ts';
import { useNoticeWatch } from './notices/use-notice-watch.ts';
import type { PrintTask } from './printing/print-task.ts';
import { createRandomKey } from './random-key.ts';
import { initialState, kioskReducer, type TextSize } from './state/kiosk-state.ts';
import type { Screen } from './state/screen.ts';
import { screenName } from './state/screen-name.ts';
import type { CoreConnection } from './transport/core-connection.ts';

interface KioskPageProps {
  readonly connection: CoreConnection;
  readonly description: KioskDescription;
}

export function KioskPage({ connection, description: newest }: KioskPageProps) {
  const defaultLanguage: Language = newest.languages[0] ?? 'vi';
  const [state, send] = useReducer(kioskReducer, defaultLanguage, initialState);
  const [isBusy, setBusy] = useState(false);
  const { sessionNumber, language, textSize } = state;
  const isWelcome = state.screen.kind === 'welcome';
  const description = useToldDescription(newest, `${sessionNumber} ${screenName(state)}`, isWelcome);
  useKeyboardWedge(connection, newest.reader.state === 'keyboard');
  const translator = useMemo(() => createTranslator(language), [language]);
  // New for each citizen: that is what `sessionNumber` counts.
  const memory = useMemo(() => {
    const answers = createAnswerCache();
    return {
      sessionNumber,
      answers,
      scrollPositions: new Map<string, number>(),
      visit: createRandomKey(),
      ticketTasks: new Map<string, PrintTask>(),
      wishes: createWishBook(connection),
      openDossiers: createOpenDossiers(connection, answers),
    };
  }, [sessionNumber, connection]);
  useEffect(() => () => memory.wishes.close(), [memory]);
  const guard = useRef<((way: () => void) => void) | null>(null);

  const open = useCallback((screen: Screen) => send({ kind: 'open', screen }), []);
  const amend = useCallback((screen: Screen) => send({ kind: 'amend', screen }), []);
  const replace = useCallback((screen: Screen) => send({ kind: 'replace', screen }), []);
  const returnTo = useCallback((screen: Screen) => send({ kind: 'return', screen }), []);
  const conclude = useCallback((screen: Screen) => send({ kind: 'conclude', screen }), []);
  const back = useCallback(() => send({ kind: 'back' }), []);
  const home = useCallback(() => send({ kind: 'home' }), []);
  const chooseLanguage = useCallback((next: Language) => send({ kind: 'choose-language', language: next }), []);
  const chooseTextSize = useCallback((next: TextSize) => send({ kind: 'choose-text-size', textSize: next }), []);
  const leaveBy = useCallback((way: () => void) => (guard.current === null ? way() : guard.current(way)), []);
  const guardLeaving = useCallback((next: ((way: () => void) => void) | null) => {
    guard.current = next;
  }, []);
  const end = useCallback(() => {
    send({ kind: 'end', language: defaultLanguage });
  }, [defaultLanguage]);

  // Another catalogue is shown from now on; the answers of the former one stay on the present screen alone.
  useEffect(() => connection.on('catalogue.changed', () => memory.answers.empty()), [connection, memory]);
  const { version } = newest.catalogue;
  const knownVersion = useRef(version);
  useEffect(() => {
    // The word of it was lost with the channel.
    if (knownVersion.current !== version) memory.answers.empty();
    knownVersion.current = version;
  }, [memory, version]);
  const notices = useNoticeWatch(connection);

  const held = heldView(state);
  useEffect(() => memory.openDossiers.closeOthers(held), [memory, held]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['textSize'] = textSize;
  }, [language, textSize]);

  const kiosk: Kiosk = useMemo(
    () => ({
      connection,
      description,
      answers: memory.answers,
      scrollPositions: memory.scrollPositions,
      visit: memory.visit,
      ticketTasks: memory.ticketTasks,
      wishes: memory.wishes,
      openDossiers: memory.openDossiers,
      open,
      amend,
      replace,
      returnTo,
      conclude,
      back,
      home,
      end,
      leaveBy,
      guardLeaving,
      chooseLanguage,
      chooseTextSize,
      setBusy,
    }),
    [
      connection,
      description,
      memory,
      open,
      amend,
      replace,
      returnTo,
      conclude,
      back,
      home,
      end,
      leaveBy,
      guardLeaving,
      chooseLanguage,
      chooseTextSize,
    ],
  );

  return (
    <I18nProvider locale={language === 'vi' ? 'vi-VN' : 'en-GB'}>
      <I18nextProvider i18n={translator}>
        <KioskContext value={kiosk}>
          <KioskStateContext value={state}>
            <NoticesContext value={notices}>
              <Visit key={sessionNumber} isBusy={isBusy} />
            </NoticesContext>
          </KioskStateContext>
        </KioskContext>
      </I18nextProvider>
    </I18nProvider>
  );
}
