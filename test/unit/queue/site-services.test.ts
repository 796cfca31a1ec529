/** The services of `data/site.json` against the catalogue: what is handed in here finds one, and no name of a field is misspelt. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { readConfiguration } from '../../../main/core/configuration/read-configuration.ts';
import { serviceForProcedure } from '../../../main/core/queue/service-for-procedure.ts';
import { build, projectFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolderForSuite } from '../catalogue/temporary-folder-for-suite.ts';

const { queue } = readConfiguration(join(projectFolder, 'data/site.json'));
const bundled = join(projectFolder, 'data/catalogue');
const national = join(projectFolder, '../shared/data/national-catalogue-2026-07.jsonl.gz');

/** Code, field and service of every procedure that is handed in here. */
function servedHere(catalogueFolder: string): { code: string; field: string; service: string | null }[] {
  const catalogue = openCatalogue(catalogueFolder, { profile: 'ward' });
  try {
    return Array.from(catalogue.procedures(), (procedure) => procedure)
      .filter(({ servedAt }) => servedAt === 'here')
      .map((procedure) => {
        const { code, field } = procedure;
        return { code, field, service: serviceForProcedure(queue.services, procedure)?.id ?? null };
      });
  } finally {
    catalogue.close();
  }
}

describe('the services that come with the kiosk', () => {
  const folder = temporaryFolderForSuite();
  let procedures: ReturnType<typeof servedHere> = [];
  beforeAll(async () => {
    const outputFolder = join(folder(), 'bundled');
    await build([bundled], { outputFolder, profile: 'ward' });
    procedures = servedHere(outputFolder);
  });

  it('take in every bundled procedure that is handed in here', () => {
    expect(procedures.length).toBeGreaterThan(40);
    expect(procedures.filter(({ service }) => service === null)).toEqual([]);
  });

  it.each([
    ['2.000815', 'sao-y'],
    ['2.000884', 'tu-phap-ho-tich'],
    ['1.001193', 'tu-phap-ho-tich'],
    ['1.001612', 'kinh-te-ha-tang-do-thi'],
    ['1.013314', 'kinh-te-ha-tang-do-thi'],
    ['1.013978', 'dat-dai'],
    ['1.014027', 'van-hoa-xa-hoi'],
  ])('take %s in at %s', (code, service) => {
    expect(procedures.find((procedure) => procedure.code === code)?.service).toBe(service);
  });

  it('begin with the copies, which most people come for', () => {
    expect(queue.services[0]).toMatchObject({ id: 'sao-y', prefix: 'S', procedures: ['2.000815'], fields: [] });
  });
});

describe.skipIf(!existsSync(national))('the same with the national catalogue (needs the export)', () => {
  const folder = temporaryFolderForSuite();
  let outputFolder = '';
  beforeAll(async () => {
    outputFolder = join(folder(), 'national');
    await build([national, bundled], { outputFolder, profile: 'ward' });
  }, 120_000);

  it('leaves out nothing that a ward takes in', () => {
    const left = servedHere(outputFolder).filter(({ service }) => service === null);
    expect([...new Set(left.map(({ field }) => field))]).toEqual([]);
  });

  it('names no field that does not exist', () => {
    const fields = new Set(servedHere(outputFolder).map(({ field }) => field));
    const named = queue.services.flatMap((service) => service.fields);
    expect(named.filter((field) => !fields.has(field))).toEqual([]);
  });
});
