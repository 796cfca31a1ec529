/** From an empty page to a running kiosk: waits for the core, says so, and says why if it does not come. */
import { useEffect, useMemo, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { KioskError } from '../main/contract/error.ts';
import { ActionButton } from './components/action-button.tsx';
import { PlainPage } from './components/plain-page.tsx';
import { createAnswerCache } from './hooks/answer-cache.ts';
import { useCoreAnswer } from './hooks/use-answer.ts';
import { useCatalogueEdition } from './hooks/use-catalogue-edition.ts';
import { createTranslator } from './i18n/create-translator.ts';
import { KioskPage } from './kiosk-page.tsx';
import type { CoreConnection } from './transport/core-connection.ts';

/** After this long without a core, people are sent to a person; the page goes on trying. */
const patienceMs = 15_000;

export function Application({ connection }: { readonly connection: CoreConnection }) {
  const translator = useMemo(() => createTranslator('vi'), []);
  const answers = useMemo(() => createAnswerCache(), []);
  const edition = useCatalogueEdition(connection);
  const answer = useCoreAnswer(connection, answers, 'kiosk.describe', {}, edition);
  if (answer.kind === 'ready') return <KioskPage connection={connection} description={answer.value} />;
  return (
    <I18nextProvider i18n={translator}>
      {answer.kind === 'failed' ? <StartFailure error={answer.error} retry={answer.retry} /> : <Starting />}
    </I18nextProvider>
  );
}

function StartFailure({ error, retry }: { readonly error: KioskError; readonly retry: () => void }) {
  const { t } = useTranslation();
  return (
    <PlainPage
      icon="warning"
      title={t('failure.startTitle')}
      text={t('failure.startText')}
      staffText={`${t('failure.staffCode', { code: error.code })} · ${error.message}`}
    >
      <ActionButton onPress={retry}>{t('failure.retry')}</ActionButton>
    </PlainPage>
  );
}

function Starting() {
  const { t } = useTranslation();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return <PlainPage icon="clock" title={t('waiting.title')} text={t('shell.loading')} />;
  return (
    <PlainPage
      icon="warning"
      title={t('failure.startTitle')}
      text={t('failure.startText')}
      staffText={t('failure.staffCode', { code: 'unavailable' })}
    />
  );
}
