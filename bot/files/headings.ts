import type { Account } from '../kinds/review-access/accounts.ts';
import { squashed } from './grid.ts';

export const accountFields = [
  'account',
  'name',
  'role',
  'lastSignIn',
  'enabled',
  'manager',
  'privileged',
] as const satisfies readonly (keyof Account)[];
export type AccountField = (typeof accountFields)[number];

/** What a column of an export can say: an account's fields, and what these are made of. */
export const exportFields = [
  ...accountFields,
  'firstName',
  'infix',
  'lastName',
  'disabled',
] as const;
export type ExportField = (typeof exportFields)[number];

/** Where the same thing stands in several columns, one of an earlier rank is taken. */
export type Ranks = readonly (readonly string[])[];

const ranks = (...each: string[]): Ranks => each.map((names) => names.trim().split(/\s+/));

/**
 * The headings under which exports give these columns, without capitals, accents and spaces. Sources: the
 * user lists of Entra and of Graph's `user` resource; Get-ADUser and csvde; Google Workspace's user download
 * (support.google.com/a/answer/7348070); SAP's SUIM and USR02; AFAS, Exact and Unit4 as their users name them.
 */
export const accountHeadings: Readonly<Record<ExportField, Ranks>> = {
  account: ranks(
    `account accountnaam accountname gebruiker gebruikersnaam gebruikernaam gebruikerscode gebruikercode
     gebruikersid gebruikerid user username userid usercode useraccount login loginnaam loginname logincode
     loginid inlognaam inlogcode inlogaccount aanmeldnaam signinname logonname
     benutzer benutzername benutzerkennung benutzerid benutzerkonto benutzerkennzeichen benutzeranmeldename
     konto kontoname anmeldename bname usrid`,
    `userprincipalname upn userprincipal prinzipalname benutzerprinzipalname principalname`,
    `samaccountname onpremisessamaccountname`,
    `primaryemail emailaddress email mail emailadres mailadres emailadresse emailaccount`,
    `objectid objectguid`,
  ),
  name: ranks(
    `displayname weergavenaam anzeigename volledigenaam naamvolledig fullname completename
     vollstandigername vollernamen gesamtername namevollstandig`,
    `naam name medewerker medewerkernaam medewerkersnaam employee employeename mitarbeiter
     mitarbeitername nametext persoon persoonsnaam`,
    `cn commonname`,
  ),
  role: ranks(
    `role roles rol rollen functie profiel profielen profile profiles autorisatieprofiel autorisatierol
     gebruikersrol gebruikersrollen userrole userroles gebruikersprofiel userprofile rolnaam rolename
     rolle rolleprofil benutzerrolle benutzerrollen profil profilname rollenname aktivitatsgruppe agrname
     assignedroles roleassignments directoryroles toegewezenrollen zugewiesenerollen`,
    `adminrole adminstatus autorisatiegroep autorisatiegroepen gebruikersgroep gebruikersgroepen usergroup
     usergroups benutzergruppe benutzergruppen`,
    `jobtitle functietitel functienaam functieomschrijving employeetitle title position positie
     stelle stellenbezeichnung`,
  ),
  lastSignIn: ranks(
    `lastsignin lastlogin lastlogon lastlogondate lastlogindate lastsignindate lastsignindatetime lastlogintime
     lastlogontime lastsignintime lastloggedin lastloggedon lastactivity lastactivitydate lastactive
     signinactivitylastsignindatetime
     laatstingelogd laatstingelogdop laatsteinlog laatsteinlogdatum laatsteinlogging laatstelogin
     laatstelogindatum laatsteaanmelding laatsteaanmeldingop laatsteaanmelddatum laatstaangemeld
     laatstaangemeldop datumlaatsteinlog datumlaatstelogin datumlaatsteaanmelding ingelogdop laatstactief
     laatsteactiviteit laatstgebruikt
     letzteanmeldung letzteanmeldungam letzterlogin letzteslogin zuletztangemeldet zuletztangemeldetam
     letzteranmeldezeitpunkt datumderletztenanmeldung letzteranmeldetag letzteaktivitat trdat`,
    `lastsuccessfulsignindatetime signinactivitylastsuccessfulsignindatetime lastsuccessfulsignin`,
    `lastinteractivesignindatetime lastinteractivesignin lastinteractivesignintime
     laatsteinteractieveaanmelding letzteinteraktiveanmeldung`,
    `lastlogontimestamp lastnoninteractivesignindatetime lastnoninteractivesignin lastnoninteractivesignintime`,
  ),
  enabled: ranks(
    `enabled isenabled actief isactief active isactive accountenabled accountactive useractive userenabled
     ingeschakeld accountingeschakeld accountactief gebruikeractief aangemeldingtoegestaan
     aktiv istaktiv aktiviert kontoaktiviert kontoaktiv aktivierteskonto benutzeraktiv`,
    `status accountstatus userstatus useraccountstatus gebruikersstatus gebruikerstatus kontostatus
     benutzerstatus`,
    `useraccountcontrol`,
  ),
  manager: ranks(
    `manager managername managerdisplayname leidinggevende leidinggevendenaam directleidinggevende
     naamleidinggevende chef supervisor vorgesetzter vorgesetzte fuhrungskraft linemanager reportsto`,
    `managerupn manageruserprincipalname manageremail manageremailaddress emailleidinggevende
     managerid`,
  ),
  privileged: ranks(
    `privileged isprivileged privilegedaccount privilegedaccess privilegeduser bevoorrecht bevoorrechtaccount
     bevoorrechtetoegang geprivilegieerd beheerdersrechten beheerrechten isbeheerder beheerdersaccount
     beheeraccount adminrights adminaccess hasadminrights isadmin isadministrator issuperadmin adminaccount
     privilegiert privilegierteskonto administratorrechte`,
    `beheerder admin administrator`,
  ),
  firstName: ranks(`voornaam roepnaam firstname givenname vorname forename namefirst`),
  infix: ranks(`tussenvoegsel voorvoegsel voorvoegsels infix middlename namensvorsatz vorsatzwort`),
  lastName: ranks(`achternaam lastname surname familyname nachname familienname sn namelast`),
  disabled: ranks(
    `disabled isdisabled accountdisabled userdisabled blocked isblocked userblocked signinblocked blocksignin
     blockcredential suspended issuspended geblokkeerd isgeblokkeerd gebruikergeblokkeerd
     aanmeldinggeblokkeerd uitgeschakeld gedeactiveerd inactief isinactief inactive isinactive
     gesperrt istgesperrt benutzergesperrt gesperrterbenutzer sperre sperrkennzeichen deaktiviert inaktiv
     locked islocked userlocked vergrendeld uflag`,
  ),
};

/** A heading without the differences of spelling, and without what stands behind it in brackets. */
export function headingKeys(heading: string): readonly string[] {
  const text = heading.slice(0, 100);
  const bracket = Array.from(text).findIndex((char, at) => at > 0 && '[('.includes(char));
  const bare = bracket < 0 ? text : Array.from(text).slice(0, bracket).join('');
  return [...new Set([squashed(text), squashed(bare)])];
}

/** How people say which column is which: by heading, once for a system. `unused` passes a column over. */
export type HeadingMap = Readonly<Record<string, ExportField | 'unused'>>;
