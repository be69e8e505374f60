//! Who there is at Harborline, and the lists meetings are made of. All of them are invented.

/// Somebody who can be invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Person {
    /// `CN`.
    pub(crate) name: &'static str,
    /// The mail address.
    pub(crate) address: &'static str,
    /// `CUTYPE`, where it is not an individual.
    pub(crate) kind: Option<&'static str>,
}

macro_rules! people {
    ($($id:ident $name:literal $address:literal)+) => {
        $(pub(crate) const $id: Person = Person { name: $name, address: $address, kind: None };)+
    };
}

people! {
    SAM "Sam Okafor" "sam.okafor@harborline.example"
    // Team Ledger.
    ANA "Ana Duarte" "ana.duarte@harborline.example"
    FELIX "Felix Brandt" "felix.brandt@harborline.example"
    JO "Jo Lindqvist" "jo.lindqvist@harborline.example"
    LEE "Lee Chen" "lee.chen@harborline.example"
    MARTA "Marta Nowak" "marta.nowak@harborline.example"
    PRIYA "Priya Raman" "priya.raman@harborline.example"
    TOMASZ "Tomasz Zieliński" "tomasz.zielinski@harborline.example"
    // Their manager, her manager, the product manager.
    RUTH "Ruth Adler" "ruth.adler@harborline.example"
    DANA "Dana Whitfield" "dana.whitfield@harborline.example"
    ELIF "Elif Demir" "elif.demir@harborline.example"
    // Payments.
    INES "Inès Moreau" "ines.moreau@harborline.example"
    KOFI "Kofi Mensah" "kofi.mensah@harborline.example"
    YUKI "Yuki Tanaka" "yuki.tanaka@harborline.example"
    // Risk.
    OMAR "Omar Farouk" "omar.farouk@harborline.example"
    GRETA "Greta Holm" "greta.holm@harborline.example"
    PAULO "Paulo Reis" "paulo.reis@harborline.example"
    // Platform.
    BEA "Bea Rossi" "bea.rossi@harborline.example"
    SVEN "Sven Larsson" "sven.larsson@harborline.example"
    AISHA "Aisha Bello" "aisha.bello@harborline.example"
    MIHAI "Mihai Popa" "mihai.popa@harborline.example"
    // Billing.
    NOOR "Noor Haddad" "noor.haddad@harborline.example"
    CLARA "Clara Weiß" "clara.weiss@harborline.example"
    IDRIS "Idris Khan" "idris.khan@harborline.example"
    // Data.
    LENA "Lena Vogt" "lena.vogt@harborline.example"
    RAJ "Raj Patel" "raj.patel@harborline.example"
    HANA "Hana Kim" "hana.kim@harborline.example"
    // Settlements, in New York.
    MARCUS "Marcus Reed" "marcus.reed@harborline.example"
    GLORIA "Gloria Ortiz" "gloria.ortiz@harborline.example"
    // Around engineering.
    SOFIA "Sofia Lund (Talent)" "sofia.lund@harborline.example"
    HUGO "Hugo Bell" "hugo.bell@harborline.example"
    // Outside.
    NINA "Nina Falk (Corvid Cloud)" "nina.falk@corvidcloud.example"
    PETER "Peter Gale" "peter.gale@corvidcloud.example"
    CHIARA "Chiara Conti" "chiara@brightmarket.example"
}

/// The reliability guild's list.
pub(crate) const RELIABILITY: Person = Person {
    name: "Reliability guild",
    address: "reliability-guild@harborline.example",
    kind: Some("GROUP"),
};

/// Everybody.
pub(crate) const EVERYBODY: Person = Person {
    name: "Harborline",
    address: "everybody@harborline.example",
    kind: Some("GROUP"),
};

/// A meeting room.
pub(crate) const LIGHTHOUSE: Person = room("Lighthouse (8)", "room-lighthouse@harborline.example");
/// A larger one.
pub(crate) const PIER: Person = room("Pier (20)", "room-pier@harborline.example");
/// The small one.
pub(crate) const DINGHY: Person = room("Dinghy (3)", "room-dinghy@harborline.example");

const fn room(name: &'static str, address: &'static str) -> Person {
    Person {
        name,
        address,
        kind: Some("ROOM"),
    }
}

/// Team Ledger without Sam.
pub(crate) const LEDGER: &[Person] = &[ANA, FELIX, JO, LEE, MARTA, PRIYA, TOMASZ];
/// Who comes to the stand-up besides Sam and Ruth: Marta and Tomasz start later.
pub(crate) const STANDUP: &[Person] = &[ANA, FELIX, JO, LEE, PRIYA];
