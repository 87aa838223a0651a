//! translations.csv and units.csv.

mod folder;

use folder::{Folder, told};

fn languages() -> Vec<String> {
    ["ja", "en", "pt-BR"].map(str::to_owned).to_vec()
}

#[test]
fn absent_files_are_empty() {
    let folder = Folder::empty();
    let translations = nendo_ingest::translations(&folder.0, &languages());
    assert_eq!((translations.value.len(), translations.problems), (0, vec![]));
    let units = nendo_ingest::units(&folder.0);
    assert_eq!((units.value.len(), units.problems), (0, vec![]));
}

#[test]
fn a_row_is_a_text_in_every_language() {
    let csv = "備考,en,ja,pt_BR\nx,Rate,率,Taxa\n,,数,\n,Lost,,\n,Rate again,　率,\n";
    let folder = Folder::of(&[("translations.csv", csv)]);
    let checked = nendo_ingest::translations(&folder.0, &languages());
    let texts: Vec<(&str, Option<&str>, Option<&str>)> = checked
        .value
        .iter()
        .map(|row| (row.source.as_str(), row.targets.get("en"), row.targets.get("pt-BR")))
        .collect();
    assert_eq!(texts, [("率", Some("Rate"), Some("Taxa")), ("数", None, None)]);
    assert_eq!((checked.value[0].origin.row, checked.value[0].origin.column), (Some(2), Some(2)));
    assert_eq!(
        told(&checked.problems),
        [(
            "same-translation",
            "C2".to_owned(),
            "translations.csv".to_owned(),
            Some(5),
            Some(2),
            "ja".to_owned()
        )]
    );
}

#[test]
fn a_file_needs_the_language_of_the_tables() {
    let folder = Folder::of(&[("translations.csv", "en,fr\na,b\n"), ("units.csv", "en\nx\n")]);
    let translations = nendo_ingest::translations(&folder.0, &languages());
    assert_eq!(told(&translations.problems)[0].0, "no-header");
    assert_eq!(told(&nendo_ingest::units(&folder.0).problems)[0].0, "no-header");
}

#[test]
fn a_unit_has_a_form_for_each_plural_category() {
    let csv = "unit,en,en-plural,pt-BR-one,pt-BR-many,fr,備考\n基,unit,units,base,bases,base,x\n回,,,,,,y\n基,a,b,c,d,e,z\n";
    let folder = Folder::of(&[("units.csv", csv)]);
    let checked = nendo_ingest::units(&folder.0);
    let forms: Vec<(&str, Vec<(&str, &str)>)> = checked
        .value
        .iter()
        .map(|name| {
            assert_eq!(name.unit, "基");
            let forms = name.forms.iter().map(|(category, word)| (category.as_str(), word.as_str()));
            (name.language.as_str(), forms.collect())
        })
        .collect();
    assert_eq!(
        forms,
        [
            ("en", vec![("one", "unit"), ("other", "units")]),
            ("fr", vec![("one", "base"), ("other", "base")]),
            ("pt-BR", vec![("many", "bases"), ("one", "base")]),
        ]
    );
    let codes: Vec<(&str, Option<u32>)> =
        told(&checked.problems).iter().map(|told| (told.0, told.3)).collect();
    assert_eq!(codes, [("column-without-role", Some(1)), ("same-translation", Some(4))]);
}

#[test]
fn a_unit_of_units_csv_is_spelled_as_that_of_a_cell() {
    let folder = Folder::of(&[("units.csv", "unit,en\nカ所,place\nﾎﾟｲﾝﾄ,point\nm2,sq m\n基準,standard\n")]);
    let units = nendo_ingest::units(&folder.0).value;
    let units: Vec<&str> = units.iter().map(|name| name.unit.as_str()).collect();
    assert_eq!(units, ["箇所", "ポイント", "㎡", "基準"]);
}
