/** Every command with its options, each with an example; `tests/evidence/command/help.test.ts` holds it against what they read. */
export const help = `Evidence: the answers of people and everything around them, as a file that proves itself.

  npm run evidence -- export [--from DAY] [--to DAY] [--kind KIND] [--out FILE] [--force]
      Writes the evidence from the store that the settings name. On a terminal it shows how far it has come.
      --from DAY   only duties in which something happened on or after it   --from 2026-10-01
      --to DAY     and on or before it; of an instant, only before it       --to 2026-12-31T12:00:00Z
      --kind KIND  only this kind, with what followed from it               --kind confirm-restore
      --out FILE   another name for the file                                --out q4.ndjson
      --force      overwrites an existing FILE                              --force
      Ends with 1 when the store is not whole; the file says what is wrong, and so does verify.

  npm run evidence -- verify FILE [--against NOTE|OLD]
      Finds any changed, missing or reordered record; needs nothing but FILE, an export or a dossier.
      FILE         the file                                                 dossier-2026-Q4.zip
      --against    a checkpoint from the IT channel, an earlier export or dossier   --against checkpoint.txt
                   that was held elsewhere; may be given more than once
      Ends with 0 when the file is whole, 1 when it is not, 2 when it is not such a file.
      Alone, a whole file proves that nobody altered it without computing every hash anew. With what was
      held elsewhere it proves that nothing recorded up to then was changed, removed or inserted since.

  npm run evidence -- dossier --quarter QUARTER [--control CONTROL] [--language nl|en] [--out FILE] [--force]
      Writes what an auditor opens: a report, the story of every duty, tables, the records and verifiers.
      --quarter    the quarter                                              --quarter 2026-Q4
      --control    only the duties of one control                           --control A.5.18
      --language   the language of the report                               --language en
      --out FILE   another name for the file                                --out dossier.zip
      --force      overwrites an existing FILE                              --force

  npm run evidence -- backup [--out FILE] [--force]
      Writes all that is kept, not only evidence, as it stands at this moment.
      --out FILE   another name for the file                                --out backup.ndjson
      --force      overwrites an existing FILE                              --force

  npm run evidence -- restore FILE
      Brings a backup back into an empty account; the bot must not run meanwhile. Run again, it goes
      on where it was interrupted. Ends with 1 when the file is not whole or the account not empty.
      FILE         the file                                                 backup.ndjson

  npm run evidence -- person ID
      Prints everything that is held about somebody, one JSON object a line.
      ID           the Entra object id                                       7a1c…

  npm run evidence -- erase --person ID --basis TEXT [--texts] [--field PLACE] [--called NAME] [--dry-run]
      Takes a person out of the store; the chains stay whole, and checkpoints held before still hold.
      --person ID   the Entra object id                                     --person 7a1c…
      --basis TEXT  the legal ground; it is recorded                        --basis "17(1)(b)"
      --texts       also every text that the person wrote                   --texts
      --field PLACE  also this text by somebody else, and its copies         --field d1f…/3/data/values/note
                    (the command lists those with a part of the name in them)
      --called NAME  another name of theirs: texts with it are listed too    --called Jantje
      --dry-run     changes nothing: tells what would go, and lists what would stay  --dry-run`;

/** The part of the help about one command; all of it where there is no such command. */
export const helpOf = (command: string | undefined): string =>
  help.split('\n\n').find((part) => part.startsWith(`  npm run evidence -- ${command ?? ''} `)) ??
  help;
