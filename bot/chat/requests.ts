import { helpFor } from '../casework/it-team/overseers.ts';
import { parseDutyId } from '../duty/ids.ts';
import type { DutyRef, Person } from '../duty/ids.ts';
import { plain } from '../../cards/plain-text.ts';
import type { DutyView } from '../duty/view.ts';
import type { Listened } from '../features/answering/listen.ts';
import { recentlyClosed } from '../features/answering/recent.ts';
import { showOwnCard } from '../casework/card-for.ts';
import { comeBack, goAway } from '../features/absence/absence.ts';
import { openForm } from '../features/duty-forms/duty-forms.ts';
import { sendData } from '../features/new-duty/send-data.ts';
import { bringCard, myDuties } from '../features/people/my-duties.ts';
import { chooseLanguage } from '../features/people/people.ts';
import type { SeenPerson } from '../casework/people/people.ts';
import { kindOf, parseStoredKind } from '../kinds/index.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import { silence } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import type { Request } from '../sentences/requests/requests.ts';
import { myDutiesCard, noticeCard } from '../views/chat-cards.ts';
import { helpCard } from '../views/contact/help-card.ts';
import { chatTexts } from '../views/chat-texts.ts';
import type { ReaderNow } from '../views/reader.ts';
import { dueText } from '../views/reader.ts';
import { messageKey } from './message-key.ts';
import { saying } from './saying.ts';

export type Written = Extract<Incoming, { type: 'message' }> & { readonly seen: SeenPerson };

interface Asked {
  readonly services: Services;
  readonly written: Written;
  readonly listened: Listened;
  readonly reader: ReaderNow;
  readonly person: Person;
}

/** Does what a person asked for in their own chat; every request has an answer, and where it cannot be done a way on. */
export async function answerRequest(
  services: Services,
  {
    request,
    written,
    listened,
  }: { readonly request: Request; readonly written: Written; readonly listened: Listened },
  reader: ReaderNow,
): Promise<Response> {
  const { from, at } = written;
  const { aadObjectId, name } = from;
  const asked: Asked = { services, written, listened, reader, person: { aadObjectId, name } };
  const said = chatTexts[reader.language];
  switch (request.type) {
    case 'my-duties':
      return saying(await myDuties({ services, tenant: at.tenant, person: aadObjectId, reader }));
    case 'help':
      return saying(
        helpCard(
          reader.language,
          'personal',
          await helpFor({
            services,
            from,
            at,
            actor: { person: asked.person, inItChannel: false },
          }),
        ),
      );
    case 'who':
      return told(asked, said.who);
    case 'thanks':
    case 'thumb':
      return told(asked, said.thanks);
    case 'anger':
      return told(asked, said.anger);
    case 'contact':
      return told(asked, await contact(asked));
    case 'language': {
      await chooseLanguage(services, { tenant: at.tenant, seen: written.seen }, request.language);
      const { language } = request;
      return saying(noticeCard(language, 'personal', chatTexts[language].language));
    }
    case 'send-data':
      return sendData(
        services,
        {
          tenant: at.tenant,
          person: asked.person,
          key: messageKey(services, written),
          text: written.text,
        },
        reader,
      );
    case 'my-answer':
    case 'what-became':
      return lastAnswer(asked);
    case 'absence':
      return saying(
        await goAway({ services, tenant: at.tenant, person: asked.person, reader }, request.back),
      );
    case 'returned':
      return saying(await comeBack({ services, tenant: at.tenant, person: asked.person, reader }));
    case 'show-duty':
      return withDuty(asked, (view, ref) => show(asked, view, ref));
    case 'why-me':
      return withDuty(asked, async (view) => told(asked, why(view, reader)));
    case 'due':
      return withDuty(asked, async ({ reference, dueOn }) =>
        told(asked, said.dutyIsDue(plain(reference), dueText(dueOn, reader))),
      );
    case 'later':
      return withDuty(asked, (_, ref) => form(asked, ref, { name: 'later' }));
    case 'hand-over':
      return withDuty(asked, (_, ref) => form(asked, ref, { name: 'hand-over', to: request.to }));
  }
}

const told = ({ reader }: Asked, text: string): Response =>
  saying(noticeCard(reader.language, 'personal', text));

const listed = ({ listened, person, reader }: Asked, text: string): Response =>
  saying(
    myDutiesCard(
      listened.open.slice(0, 5),
      { next: undefined, viewer: person.aadObjectId, told: text },
      reader,
    ),
  );

/** The duty that is named, else the only one that is open; otherwise it is asked which one is meant. */
async function withDuty(
  asked: Asked,
  act: (view: DutyView, ref: DutyRef) => Promise<Response>,
): Promise<Response> {
  const { listened, reader, written } = asked;
  const { open, named, unknown } = listened;
  const said = chatTexts[reader.language];
  const [only, ...others] = named.length > 0 ? named : unknown.length > 0 ? [] : open;
  if (only && others.length === 0) {
    const id = parseDutyId(only.id);
    if (id) return act(only, { tenant: written.at.tenant, id });
  }
  const [typed] = unknown;
  return listed(asked, typed === undefined ? said.whichOne : said.noSuchDuty(plain(typed)));
}

async function show(asked: Asked, view: DutyView, ref: DutyRef): Promise<Response> {
  const { services, listened, person, reader } = asked;
  if (listened.open.includes(view)) {
    // The card follows by itself, and its older copies close.
    const own = { services, tenant: ref.tenant, person: person.aadObjectId, reader };
    if (await bringCard(own, ref.id)) return silence;
  }
  const card = await showOwnCard(services, ref, { person, reader });
  return card ? saying(card) : told(asked, chatTexts[reader.language].notYours);
}

function why({ kind, reference, title }: DutyView, { language }: ReaderNow): string {
  const known = parseStoredKind(kind);
  const reason = known === undefined ? '' : kindOf(known).words(language).why;
  return `${plain(reference)}, ${plain(title)}. ${reason}`.trim();
}

async function form(
  { services, written, person, reader }: Asked,
  ref: DutyRef,
  { name, to }: { readonly name: 'hand-over' | 'later'; readonly to?: string | undefined },
): Promise<Response> {
  const picker = written.from.picker ? ('organisation' as const) : undefined;
  const actor = { person, inItChannel: false, ...(picker ? { picker } : {}) };
  const read = await services.store.duties.load(ref);
  const card =
    read && (await openForm({ services, read, duty: read.value, actor, reader }, name, to));
  return card
    ? saying(card)
    : saying(noticeCard(reader.language, 'personal', chatTexts[reader.language].notYours));
}

/** The duty that was answered last, or the one that is named, with its answer and what became of it. */
async function lastAnswer(asked: Asked): Promise<Response> {
  const { services, written, listened, person, reader } = asked;
  const { tenant } = written.at;
  const closed = await recentlyClosed(services, tenant, person.aadObjectId);
  const wanted = [...listened.named.map(({ reference }) => reference), ...listened.unknown].map(
    squeezed,
  );
  const found =
    wanted.length === 0
      ? closed.find(({ answers }) =>
          answers.some(({ by }) => by.aadObjectId === person.aadObjectId),
        )
      : [...listened.named, ...closed].find(({ reference }) =>
          wanted.includes(squeezed(reference)),
        );
  const id = found && parseDutyId(found.id);
  const card = id && (await showOwnCard(services, { tenant, id }, { person, reader }));
  return card ? saying(card) : listed(asked, chatTexts[reader.language].nothingAnswered);
}

const squeezed = (reference: string): string =>
  reference
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

async function contact({ services, written, reader }: Asked): Promise<string> {
  const channel = await services.store.people.channel(written.at.tenant);
  const name = channel?.madeBy?.name;
  const shown = channel?.name;
  return chatTexts[reader.language].contact(
    shown === undefined ? undefined : plain(shown),
    name === undefined ? undefined : plain(name),
  );
}
