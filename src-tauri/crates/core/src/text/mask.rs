//! Numbers of persons as they are shown: enough to tell two apart, not enough to use.

/// An ID number as every edition shows it: `140426********4450`.
pub(crate) fn id_number(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() >= 15 { starred(&letters, 6) } else { "*".repeat(letters.len()) }
}

/// Phone numbers as they leave the station: `139****0000`, several separated by 、.
pub(crate) fn phones(text: &str) -> String {
    let one = |number: &str| {
        let letters: Vec<char> = number.chars().collect();
        if letters.len() >= 11 { starred(&letters, 3) } else { "*".repeat(letters.len()) }
    };
    text.split('、').map(one).collect::<Vec<_>>().join("、")
}

/// All but the first `head` and the last four letters as stars.
fn starred(letters: &[char], head: usize) -> String {
    let end = letters.len().saturating_sub(4);
    letters.iter().enumerate().map(|(at, c)| if (head..end).contains(&at) { '*' } else { *c }).collect()
}
