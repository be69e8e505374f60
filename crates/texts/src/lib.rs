//! `#[derive(Texts)]`: every text of an answer says what it is.
//!
//! Titles can be hidden only if it is known where they are. So a field of an answer that holds text names its sort beside
//! it, and what holds answers passes on to them:
//!
//! ```ignore
//! #[derive(Texts)]
//! pub struct SearchHit {
//!     #[text(uid)]
//!     pub uid: String,
//!     #[text(title)]
//!     pub title: String,
//!     pub week: IsoWeek,
//! }
//! ```
//!
//! A `String` that says nothing does not compile: it does not implement the trait the others are asked through. The sorts are
//! the variants of `weekwise_model::Text`.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Error, Field, Fields, Generics, Ident, Result, parse_macro_input};

/// Implements `weekwise_model::Texts`: each text with its sort, field after field.
#[proc_macro_derive(Texts, attributes(text))]
pub fn texts(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    implementation(&input)
        .unwrap_or_else(Error::into_compile_error)
        .into()
}

fn implementation(input: &DeriveInput) -> Result<Tokens> {
    let mut arms = Vec::new();
    let mut shapes = Vec::new();
    match &input.data {
        Data::Struct(data) => arm(&quote!(Self), &data.fields, &mut arms, &mut shapes)?,
        Data::Enum(data) => {
            for variant in &data.variants {
                let name = &variant.ident;
                arm(
                    &quote!(Self::#name),
                    &variant.fields,
                    &mut arms,
                    &mut shapes,
                )?;
            }
        }
        Data::Union(_) => return Err(Error::new_spanned(&input.ident, "a union has no texts")),
    }
    let name = &input.ident;
    let said = name.to_string();
    let generics = asked(&input.generics);
    let (parameters, arguments, bounds) = generics.split_for_impl();
    Ok(quote! {
        impl #parameters crate::Texts for #name #arguments #bounds {
            fn each_text(&mut self, see: &mut dyn FnMut(crate::Text, &mut String)) {
                let _ = &see;
                match self { #(#arms)* }
            }

            fn shape(shapes: &mut crate::texts::Shapes) -> Option<&'static str> {
                if !shapes.contains_key(#said) {
                    shapes.insert(#said, Vec::new());
                    let fields: Vec<(&'static str, Option<crate::texts::Shape>)> = vec![#(#shapes),*];
                    let fields = fields.into_iter();
                    let told = fields.filter_map(|(name, shape)| Some((name, shape?))).collect();
                    shapes.insert(#said, told);
                }
                Some(#said)
            }
        }
    })
}

/// The arm of a struct or a variant, and what its fields are.
fn arm(
    path: &Tokens,
    fields: &Fields,
    arms: &mut Vec<Tokens>,
    shapes: &mut Vec<Tokens>,
) -> Result<()> {
    let mut names = Vec::new();
    let mut asked = Vec::new();
    for (place, field) in fields.iter().enumerate() {
        let name = field
            .ident
            .clone()
            .unwrap_or_else(|| format_ident!("field_{place}"));
        let (said, held) = (name.to_string(), &field.ty);
        if let Some(sort) = sort(field)? {
            let sort = quote!(crate::Text::#sort);
            asked.push(quote!(crate::texts::Sorted::each_of(#name, #sort, see);));
            shapes.push(quote!((#said, Some(crate::texts::Shape::Text(#sort)))));
        } else {
            asked.push(quote!(crate::Texts::each_text(#name, see);));
            let shape = quote!(<#held as crate::Texts>::shape(shapes));
            shapes.push(quote!((#said, #shape.map(crate::texts::Shape::Of))));
        }
        names.push(name);
    }
    arms.push(match fields {
        Fields::Named(_) => quote!(#path { #(#names),* } => { #(#asked)* }),
        Fields::Unnamed(_) => quote!(#path(#(#names),*) => { #(#asked)* }),
        Fields::Unit => quote!(#path => {}),
    });
    Ok(())
}

/// What `#[text(sort)]` says: `own_words` is the variant `OwnWords`.
fn sort(field: &Field) -> Result<Option<Ident>> {
    let Some(attribute) = field.attrs.iter().find(|a| a.path().is_ident("text")) else {
        return Ok(None);
    };
    let said: Ident = attribute.parse_args()?;
    let variant: String = said
        .to_string()
        .split('_')
        .flat_map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            [first.to_uppercase(), rest.to_owned()]
        })
        .collect();
    Ok(Some(Ident::new(&variant, said.span())))
}

/// What a type is made of is asked as well.
fn asked(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(crate::Texts));
    }
    generics
}
